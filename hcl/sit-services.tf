# Stack sit-services, written for review: Terraform applies the JSON of the same stack.

terraform {
  required_version = ">= 1.10.0"

  required_providers {
    aws = {
      version = "6.25.0"
      source  = "aws"
    }
  }

  backend "local" {
    path = "../../../terraform.sit-services.tfstate"
  }
}

# Aws
provider "aws" {
  allowed_account_ids = ["222222222222"]
  region              = "eu-west-1"

  default_tags {
    tags = {
      Team        = "shop"
      CostCenter  = "test"
      Environment = "sit"
      ManagedBy   = "terraform"
    }
  }
}

# cross-stack-reference-input-sit-data
data "terraform_remote_state" "data" {
  backend   = "local"
  workspace = terraform.workspace
  config = {
    path = "../../../terraform.sit-data.tfstate"
  }
}

# cross-stack-reference-input-sit-network
data "terraform_remote_state" "network" {
  backend   = "local"
  workspace = terraform.workspace
  config = {
    path = "../../../terraform.sit-network.tfstate"
  }
}

# Cluster/Resource
resource "aws_ecs_cluster" "cluster" {
  name = "sit"

  setting {
    name  = "containerInsights"
    value = "enabled"
  }
}

# Cluster/CapacityProviders
resource "aws_ecs_cluster_capacity_providers" "cluster_capacity_providers" {
  capacity_providers = ["FARGATE", "FARGATE_SPOT"]
  cluster_name       = aws_ecs_cluster.cluster.name

  default_capacity_provider_strategy {
    capacity_provider = "FARGATE"
    weight            = 1
  }
}

# frontend-service/TargetGroup/Resource
resource "aws_lb_target_group" "frontend_service_target_group" {
  deregistration_delay = "60"
  name                 = "sit-frontend-6bdd"
  port                 = 8080
  protocol             = "HTTP"
  target_type          = "ip"
  vpc_id               = data.terraform_remote_state.network.outputs.aws_vpc_network_vpc_id

  health_check {
    healthy_threshold   = 2
    interval            = 15
    matcher             = "200-399"
    path                = "/"
    timeout             = 5
    unhealthy_threshold = 3
  }

  lifecycle {
    create_before_destroy = true
  }
}

# frontend-service/Route-any-3d56
resource "aws_lb_listener_rule" "frontend_service_route_any_3d56" {
  listener_arn = data.terraform_remote_state.network.outputs.aws_lb_listener_public_load_balancer_https_listener_arn
  priority     = 49873

  action {
    target_group_arn = aws_lb_target_group.frontend_service_target_group.arn
    type             = "forward"
  }

  condition {
    path_pattern {
      values = ["/*"]
    }
  }
}

# frontend-service/ErrorAlarm/Resource
resource "aws_cloudwatch_metric_alarm" "frontend_service_error_alarm" {
  alarm_description   = "frontend answers 5 % of the requests with 5xx, or more"
  alarm_name          = "sit-frontend-errors"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  evaluation_periods  = 3
  threshold           = 5
  treat_missing_data  = "notBreaching"

  metric_query {
    expression  = "IF(requests >= 20, 100 * errors / requests, 0)"
    id          = "share"
    label       = "5xx answers (%)"
    return_data = true
  }

  metric_query {
    expression  = "FILL(r1, 0)"
    id          = "requests"
    label       = "Requests"
    return_data = false
  }

  metric_query {
    expression  = "FILL(e1, 0)"
    id          = "errors"
    label       = "5xx answers"
    return_data = false
  }

  metric_query {
    id          = "r1"
    return_data = false

    metric {
      dimensions = {
        LoadBalancer = data.terraform_remote_state.network.outputs.aws_lb_public_load_balancer_arn_suffix
        TargetGroup  = aws_lb_target_group.frontend_service_target_group.arn_suffix
      }
      metric_name = "RequestCount"
      namespace   = "AWS/ApplicationELB"
      period      = 60
      stat        = "Sum"
    }
  }

  metric_query {
    id          = "e1"
    return_data = false

    metric {
      dimensions = {
        LoadBalancer = data.terraform_remote_state.network.outputs.aws_lb_public_load_balancer_arn_suffix
        TargetGroup  = aws_lb_target_group.frontend_service_target_group.arn_suffix
      }
      metric_name = "HTTPCode_Target_5XX_Count"
      namespace   = "AWS/ApplicationELB"
      period      = 60
      stat        = "Sum"
    }
  }
}

# frontend-service/Resource/SecurityGroup/Resource
resource "aws_security_group" "frontend_service_security_group" {
  description = "sit-frontend: one rule per declared edge"
  name_prefix = "sit-frontend-"
  tags = {
    Name = "sit-frontend"
  }
  vpc_id = data.terraform_remote_state.network.outputs.aws_vpc_network_vpc_id

  lifecycle {
    create_before_destroy = true
  }
}

# frontend-service/Resource/SecurityGroup/From-public-load-balancer-on-8080/Egress
resource "aws_vpc_security_group_egress_rule" "frontend_service_security_group_from_public_load_balancer_on_8080_egress" {
  description                  = "Requests and health checks for frontend"
  from_port                    = 8080
  ip_protocol                  = "tcp"
  referenced_security_group_id = aws_security_group.frontend_service_security_group.id
  security_group_id            = data.terraform_remote_state.network.outputs.aws_security_group_public_load_balancer_security_group_id
  to_port                      = 8080
}

# frontend-service/Resource/SecurityGroup/From-public-load-balancer-on-8080/Ingress
resource "aws_vpc_security_group_ingress_rule" "frontend_service_security_group_from_public_load_balancer_on_8080_ingress" {
  description                  = "Requests and health checks for frontend"
  from_port                    = 8080
  ip_protocol                  = "tcp"
  referenced_security_group_id = data.terraform_remote_state.network.outputs.aws_security_group_public_load_balancer_security_group_id
  security_group_id            = aws_security_group.frontend_service_security_group.id
  to_port                      = 8080
}

# frontend-service/Resource/SecurityGroup/To-endpoints-on-443/Egress
resource "aws_vpc_security_group_egress_rule" "frontend_service_security_group_to_endpoints_on_443_egress" {
  description                  = "frontend pulls images, writes logs and reads secrets"
  from_port                    = 443
  ip_protocol                  = "tcp"
  referenced_security_group_id = data.terraform_remote_state.network.outputs.aws_security_group_network_endpoints_security_group_id
  security_group_id            = aws_security_group.frontend_service_security_group.id
  to_port                      = 443
}

# frontend-service/Resource/SecurityGroup/To-endpoints-on-443/Ingress
resource "aws_vpc_security_group_ingress_rule" "frontend_service_security_group_to_endpoints_on_443_ingress" {
  description                  = "frontend pulls images, writes logs and reads secrets"
  from_port                    = 443
  ip_protocol                  = "tcp"
  referenced_security_group_id = aws_security_group.frontend_service_security_group.id
  security_group_id            = data.terraform_remote_state.network.outputs.aws_security_group_network_endpoints_security_group_id
  to_port                      = 443
}

# frontend-service/Resource/SecurityGroup/To-S3-on-443
resource "aws_vpc_security_group_egress_rule" "frontend_service_security_group_to_s3_on_443" {
  description       = "frontend pulls image layers from S3"
  from_port         = 443
  ip_protocol       = "tcp"
  prefix_list_id    = data.terraform_remote_state.network.outputs.aws_vpc_endpoint_network_s3_endpoint_prefix_list_id
  security_group_id = aws_security_group.frontend_service_security_group.id
  to_port           = 443
}

# frontend-service/Resource/SecurityGroup/To-internal-load-balancer-on-8080/Egress
resource "aws_vpc_security_group_egress_rule" "frontend_service_security_group_to_internal_load_balancer_on_8080_egress" {
  description                  = "frontend calls backend"
  from_port                    = 8080
  ip_protocol                  = "tcp"
  referenced_security_group_id = data.terraform_remote_state.network.outputs.aws_security_group_internal_load_balancer_security_group_id
  security_group_id            = aws_security_group.frontend_service_security_group.id
  to_port                      = 8080
}

# frontend-service/Resource/SecurityGroup/To-internal-load-balancer-on-8080/Ingress
resource "aws_vpc_security_group_ingress_rule" "frontend_service_security_group_to_internal_load_balancer_on_8080_ingress" {
  description                  = "frontend calls backend"
  from_port                    = 8080
  ip_protocol                  = "tcp"
  referenced_security_group_id = aws_security_group.frontend_service_security_group.id
  security_group_id            = data.terraform_remote_state.network.outputs.aws_security_group_internal_load_balancer_security_group_id
  to_port                      = 8080
}

# frontend-service/Resource/Logs/Resource
resource "aws_cloudwatch_log_group" "frontend_service_logs" {
  name              = "/ecs/sit/frontend"
  retention_in_days = 30
}

# frontend-service/Resource/ExecutionRole/Trust
data "aws_iam_policy_document" "frontend_service_execution_role_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    condition {
      test     = "StringEquals"
      values   = ["222222222222"]
      variable = "aws:SourceAccount"
    }

    principals {
      identifiers = ["ecs-tasks.amazonaws.com"]
      type        = "Service"
    }
  }
}

# frontend-service/Resource/ExecutionRole/Resource
resource "aws_iam_role" "frontend_service_execution_role" {
  assume_role_policy = data.aws_iam_policy_document.frontend_service_execution_role_trust.json
  description        = "ECS starts the tasks of frontend"
  name               = "sit-frontend-execution"
}

# frontend-service/Resource/ExecutionRole/PolicyDocument
data "aws_iam_policy_document" "frontend_service_execution_role_policy_document" {
  statement {
    actions   = ["ecr:GetAuthorizationToken"]
    resources = ["*"]
    sid       = "LogInToRegistry"
  }

  statement {
    actions = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
    resources = [
      "arn:aws:ecr:eu-west-1:999999999999:repository/frontend",
      "arn:aws:ecr:eu-west-1:999999999999:repository/seed",
    ]
    sid = "PullImages"
  }

  statement {
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["${aws_cloudwatch_log_group.frontend_service_logs.arn}:*"]
    sid       = "WriteLogs"
  }

  statement {
    actions   = ["ssm:GetParameters"]
    resources = ["arn:aws:ssm:eu-west-1:222222222222:parameter/sit/frontend/session-key"]
    sid       = "ReadParameters"
  }
}

# frontend-service/Resource/ExecutionRole/Policy
resource "aws_iam_role_policy" "frontend_service_execution_role_policy" {
  name   = "policy"
  policy = data.aws_iam_policy_document.frontend_service_execution_role_policy_document.json
  role   = aws_iam_role.frontend_service_execution_role.name
}

# frontend-service/Resource/TaskRole/Trust
data "aws_iam_policy_document" "frontend_service_task_role_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    condition {
      test     = "StringEquals"
      values   = ["222222222222"]
      variable = "aws:SourceAccount"
    }

    principals {
      identifiers = ["ecs-tasks.amazonaws.com"]
      type        = "Service"
    }
  }
}

# frontend-service/Resource/TaskRole/Resource
resource "aws_iam_role" "frontend_service_task_role" {
  assume_role_policy = data.aws_iam_policy_document.frontend_service_task_role_trust.json
  description        = "What the application frontend may do"
  name               = "sit-frontend-task"
}

# frontend-service/Resource/Template/Containers
locals {
  frontend_service_template_containers = [
    {
      name      = "frontend"
      image     = "999999999999.dkr.ecr.eu-west-1.amazonaws.com/frontend:sit"
      essential = true
      portMappings = [
        {
          containerPort = 8080
          hostPort      = 8080
          protocol      = "tcp"
        },
      ]
      environment = [
        { name = "ACCESS_LOG_FORMAT", value = "%%{X-Forwarded-For}i %t \"%r\" %>s %D" },
        { name = "BACKEND_URL", value = "http://backend.sit.internal:8080" },
        { name = "FEATURE_GIFT_CARDS", value = "true" },
        { name = "FEATURE_NEW_CHECKOUT", value = "true" },
        { name = "LOG_LEVEL", value = "info" },
        { name = "NODE_ENV", value = "production" },
        { name = "PUBLIC_URL", value = "https://shop.sit.example.com" },
        { name = "SESSION_TTL_MINUTES", value = "480" },
      ]
      secrets = [
        { name = "SESSION_KEY", valueFrom = "arn:aws:ssm:eu-west-1:222222222222:parameter/sit/frontend/session-key" },
      ]
      ulimits = [
        {
          name      = "nofile"
          softLimit = 65536
          hardLimit = 65536
        },
      ]
      healthCheck = {
        command     = ["CMD-SHELL", "wget -q -O /dev/null http://localhost:8080/ || exit 1"]
        interval    = 15
        timeout     = 5
        retries     = 3
        startPeriod = 15
      }
      readonlyRootFilesystem = true
      mountPoints = [
        {
          sourceVolume  = "tmp"
          containerPath = "/tmp"
          readOnly      = false
        },
      ]
      stopTimeout = 60
      logConfiguration = {
        logDriver = "awslogs"
        options = {
          awslogs-group         = aws_cloudwatch_log_group.frontend_service_logs.name
          awslogs-region        = "eu-west-1"
          awslogs-stream-prefix = "frontend"
        }
      }
    },
  ]
}

# frontend-service/Resource/Template/Resource
resource "aws_ecs_task_definition" "frontend_service_template" {
  container_definitions    = jsonencode(local.frontend_service_template_containers)
  cpu                      = "256"
  execution_role_arn       = aws_iam_role.frontend_service_execution_role.arn
  family                   = "sit-frontend"
  memory                   = "512"
  network_mode             = "awsvpc"
  requires_compatibilities = ["FARGATE"]
  skip_destroy             = true
  task_role_arn            = aws_iam_role.frontend_service_task_role.arn
  track_latest             = false

  runtime_platform {
    cpu_architecture        = "X86_64"
    operating_system_family = "LINUX"
  }

  volume {
    name = "tmp"
  }
}

# frontend-service/Resource/Seed/Containers
locals {
  frontend_service_seed_containers = [
    {
      name      = "frontend"
      image     = "999999999999.dkr.ecr.eu-west-1.amazonaws.com/seed:1"
      essential = true
      portMappings = [
        {
          containerPort = 8080
          hostPort      = 8080
          protocol      = "tcp"
        },
      ]
      environment = [
        { name = "SEED_PATH", value = "/" },
        { name = "SEED_PORT", value = "8080" },
      ]
      entryPoint = ["sh", "-c"]
      command = [
        "file=\"/tmp/www$SEED_PATH\"\ncase \"$file\" in */) file=\"$${file}index.html\" ;; esac\nmkdir -p \"$(dirname \"$file\")\"\necho \"seed\" > \"$file\"\nexec httpd -f -p \"$SEED_PORT\" -h /tmp/www",
      ]
      linuxParameters = {
        initProcessEnabled = true
      }
      readonlyRootFilesystem = true
      mountPoints = [
        {
          sourceVolume  = "tmp"
          containerPath = "/tmp"
          readOnly      = false
        },
      ]
      stopTimeout = 60
      logConfiguration = {
        logDriver = "awslogs"
        options = {
          awslogs-group         = aws_cloudwatch_log_group.frontend_service_logs.name
          awslogs-region        = "eu-west-1"
          awslogs-stream-prefix = "frontend"
        }
      }
    },
  ]
}

# frontend-service/Resource/Seed/Resource
resource "aws_ecs_task_definition" "frontend_service_seed" {
  container_definitions    = jsonencode(local.frontend_service_seed_containers)
  cpu                      = "256"
  execution_role_arn       = aws_iam_role.frontend_service_execution_role.arn
  family                   = "sit-frontend_seed"
  memory                   = "512"
  network_mode             = "awsvpc"
  requires_compatibilities = ["FARGATE"]
  skip_destroy             = true
  task_role_arn            = aws_iam_role.frontend_service_task_role.arn
  track_latest             = false

  runtime_platform {
    cpu_architecture        = "X86_64"
    operating_system_family = "LINUX"
  }

  volume {
    name = "tmp"
  }
}

# frontend-service/Resource/Resource
resource "aws_ecs_service" "frontend_service" {
  availability_zone_rebalancing      = "ENABLED"
  cluster                            = aws_ecs_cluster.cluster.arn
  deployment_maximum_percent         = 200
  deployment_minimum_healthy_percent = 100
  desired_count                      = 1
  enable_ecs_managed_tags            = true
  enable_execute_command             = false
  force_new_deployment               = false
  health_check_grace_period_seconds  = 60
  name                               = "frontend"
  platform_version                   = "LATEST"
  propagate_tags                     = "SERVICE"
  task_definition                    = aws_ecs_task_definition.frontend_service_seed.arn
  wait_for_steady_state              = false

  alarms {
    alarm_names = [aws_cloudwatch_metric_alarm.frontend_service_error_alarm.alarm_name]
    enable      = true
    rollback    = true
  }

  capacity_provider_strategy {
    base              = 1
    capacity_provider = "FARGATE"
    weight            = 0
  }

  capacity_provider_strategy {
    capacity_provider = "FARGATE_SPOT"
    weight            = 100
  }

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  deployment_configuration {
    strategy = "ROLLING"
  }

  deployment_controller {
    type = "ECS"
  }

  load_balancer {
    container_name   = "frontend"
    container_port   = 8080
    target_group_arn = aws_lb_target_group.frontend_service_target_group.arn
  }

  network_configuration {
    assign_public_ip = false
    security_groups  = [aws_security_group.frontend_service_security_group.id]
    subnets = [
      data.terraform_remote_state.network.outputs.aws_subnet_network_zone_a_private_subnet_id,
      data.terraform_remote_state.network.outputs.aws_subnet_network_zone_b_private_subnet_id,
    ]
  }

  lifecycle {
    ignore_changes = [task_definition, desired_count]
  }

  depends_on = [
    aws_ecs_cluster_capacity_providers.cluster_capacity_providers,
    aws_iam_role_policy.frontend_service_execution_role_policy,
    aws_vpc_security_group_egress_rule.frontend_service_security_group_from_public_load_balancer_on_8080_egress,
    aws_vpc_security_group_ingress_rule.frontend_service_security_group_from_public_load_balancer_on_8080_ingress,
    aws_vpc_security_group_egress_rule.frontend_service_security_group_to_endpoints_on_443_egress,
    aws_vpc_security_group_ingress_rule.frontend_service_security_group_to_endpoints_on_443_ingress,
    aws_vpc_security_group_egress_rule.frontend_service_security_group_to_s3_on_443,
    aws_lb_listener_rule.frontend_service_route_any_3d56,
  ]
}

# frontend-service/Resource/Scaling/Resource
resource "aws_appautoscaling_target" "frontend_service_scaling" {
  max_capacity       = 2
  min_capacity       = 1
  resource_id        = "service/sit/${aws_ecs_service.frontend_service.name}"
  scalable_dimension = "ecs:service:DesiredCount"
  service_namespace  = "ecs"
}

# frontend-service/Resource/Scaling/Cpu
resource "aws_appautoscaling_policy" "frontend_service_scaling_cpu" {
  name               = "cpu"
  policy_type        = "TargetTrackingScaling"
  resource_id        = aws_appautoscaling_target.frontend_service_scaling.resource_id
  scalable_dimension = aws_appautoscaling_target.frontend_service_scaling.scalable_dimension
  service_namespace  = aws_appautoscaling_target.frontend_service_scaling.service_namespace

  target_tracking_scaling_policy_configuration {
    scale_in_cooldown  = 300
    scale_out_cooldown = 60
    target_value       = 60

    predefined_metric_specification {
      predefined_metric_type = "ECSServiceAverageCPUUtilization"
    }
  }
}

# backend-service/Listener
resource "aws_lb_listener" "backend_service_listener" {
  load_balancer_arn                    = data.terraform_remote_state.network.outputs.aws_lb_internal_load_balancer_arn
  port                                 = 8080
  protocol                             = "HTTP"
  routing_http_response_server_enabled = false

  default_action {
    type = "fixed-response"

    fixed_response {
      content_type = "text/plain"
      message_body = "Not found"
      status_code  = "404"
    }
  }
}

# backend-service/TargetGroup/Resource
resource "aws_lb_target_group" "backend_service_target_group" {
  deregistration_delay = "60"
  name                 = "sit-backend-6bdd"
  port                 = 8080
  protocol             = "HTTP"
  target_type          = "ip"
  vpc_id               = data.terraform_remote_state.network.outputs.aws_vpc_network_vpc_id

  health_check {
    healthy_threshold   = 2
    interval            = 15
    matcher             = "200-399"
    path                = "/health"
    timeout             = 5
    unhealthy_threshold = 3
  }

  lifecycle {
    create_before_destroy = true
  }
}

# backend-service/Rule
resource "aws_lb_listener_rule" "backend_service_rule" {
  listener_arn = aws_lb_listener.backend_service_listener.arn
  priority     = 10

  action {
    target_group_arn = aws_lb_target_group.backend_service_target_group.arn
    type             = "forward"
  }

  condition {
    path_pattern {
      values = ["/*"]
    }
  }
}

# backend-service/ErrorAlarm/Resource
resource "aws_cloudwatch_metric_alarm" "backend_service_error_alarm" {
  alarm_description   = "backend answers 5 % of the requests with 5xx, or more"
  alarm_name          = "sit-backend-errors"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  evaluation_periods  = 3
  threshold           = 5
  treat_missing_data  = "notBreaching"

  metric_query {
    expression  = "IF(requests >= 20, 100 * errors / requests, 0)"
    id          = "share"
    label       = "5xx answers (%)"
    return_data = true
  }

  metric_query {
    expression  = "FILL(r1, 0)"
    id          = "requests"
    label       = "Requests"
    return_data = false
  }

  metric_query {
    expression  = "FILL(e1, 0)"
    id          = "errors"
    label       = "5xx answers"
    return_data = false
  }

  metric_query {
    id          = "r1"
    return_data = false

    metric {
      dimensions = {
        LoadBalancer = data.terraform_remote_state.network.outputs.aws_lb_internal_load_balancer_arn_suffix
        TargetGroup  = aws_lb_target_group.backend_service_target_group.arn_suffix
      }
      metric_name = "RequestCount"
      namespace   = "AWS/ApplicationELB"
      period      = 60
      stat        = "Sum"
    }
  }

  metric_query {
    id          = "e1"
    return_data = false

    metric {
      dimensions = {
        LoadBalancer = data.terraform_remote_state.network.outputs.aws_lb_internal_load_balancer_arn_suffix
        TargetGroup  = aws_lb_target_group.backend_service_target_group.arn_suffix
      }
      metric_name = "HTTPCode_Target_5XX_Count"
      namespace   = "AWS/ApplicationELB"
      period      = 60
      stat        = "Sum"
    }
  }
}

# backend-service/Resource/SecurityGroup/Resource
resource "aws_security_group" "backend_service_security_group" {
  description = "sit-backend: one rule per declared edge"
  name_prefix = "sit-backend-"
  tags = {
    Name = "sit-backend"
  }
  vpc_id = data.terraform_remote_state.network.outputs.aws_vpc_network_vpc_id

  lifecycle {
    create_before_destroy = true
  }
}

# backend-service/Resource/SecurityGroup/From-internal-load-balancer-on-8080/Egress
resource "aws_vpc_security_group_egress_rule" "backend_service_security_group_from_internal_load_balancer_on_8080_egress" {
  description                  = "Requests and health checks for backend"
  from_port                    = 8080
  ip_protocol                  = "tcp"
  referenced_security_group_id = aws_security_group.backend_service_security_group.id
  security_group_id            = data.terraform_remote_state.network.outputs.aws_security_group_internal_load_balancer_security_group_id
  to_port                      = 8080
}

# backend-service/Resource/SecurityGroup/From-internal-load-balancer-on-8080/Ingress
resource "aws_vpc_security_group_ingress_rule" "backend_service_security_group_from_internal_load_balancer_on_8080_ingress" {
  description                  = "Requests and health checks for backend"
  from_port                    = 8080
  ip_protocol                  = "tcp"
  referenced_security_group_id = data.terraform_remote_state.network.outputs.aws_security_group_internal_load_balancer_security_group_id
  security_group_id            = aws_security_group.backend_service_security_group.id
  to_port                      = 8080
}

# backend-service/Resource/SecurityGroup/To-endpoints-on-443/Egress
resource "aws_vpc_security_group_egress_rule" "backend_service_security_group_to_endpoints_on_443_egress" {
  description                  = "backend pulls images, writes logs and reads secrets"
  from_port                    = 443
  ip_protocol                  = "tcp"
  referenced_security_group_id = data.terraform_remote_state.network.outputs.aws_security_group_network_endpoints_security_group_id
  security_group_id            = aws_security_group.backend_service_security_group.id
  to_port                      = 443
}

# backend-service/Resource/SecurityGroup/To-endpoints-on-443/Ingress
resource "aws_vpc_security_group_ingress_rule" "backend_service_security_group_to_endpoints_on_443_ingress" {
  description                  = "backend pulls images, writes logs and reads secrets"
  from_port                    = 443
  ip_protocol                  = "tcp"
  referenced_security_group_id = aws_security_group.backend_service_security_group.id
  security_group_id            = data.terraform_remote_state.network.outputs.aws_security_group_network_endpoints_security_group_id
  to_port                      = 443
}

# backend-service/Resource/SecurityGroup/To-S3-on-443
resource "aws_vpc_security_group_egress_rule" "backend_service_security_group_to_s3_on_443" {
  description       = "backend pulls image layers from S3"
  from_port         = 443
  ip_protocol       = "tcp"
  prefix_list_id    = data.terraform_remote_state.network.outputs.aws_vpc_endpoint_network_s3_endpoint_prefix_list_id
  security_group_id = aws_security_group.backend_service_security_group.id
  to_port           = 443
}

# backend-service/Resource/SecurityGroup/To-192.0.2.0--24-on-443
resource "aws_vpc_security_group_egress_rule" "backend_service_security_group_to_192_0_2_0_24_on_443" {
  cidr_ipv4         = "192.0.2.0/24"
  description       = "Payment provider, test system"
  from_port         = 443
  ip_protocol       = "tcp"
  security_group_id = aws_security_group.backend_service_security_group.id
  to_port           = 443
}

# backend-service/Resource/SecurityGroup/To-app-database-on-5432/Egress
resource "aws_vpc_security_group_egress_rule" "backend_service_security_group_to_app_database_on_5432_egress" {
  description                  = "backend uses the database app"
  from_port                    = 5432
  ip_protocol                  = "tcp"
  referenced_security_group_id = data.terraform_remote_state.data.outputs.aws_security_group_app_database_security_group_id
  security_group_id            = aws_security_group.backend_service_security_group.id
  to_port                      = 5432
}

# backend-service/Resource/SecurityGroup/To-app-database-on-5432/Ingress
resource "aws_vpc_security_group_ingress_rule" "backend_service_security_group_to_app_database_on_5432_ingress" {
  description                  = "backend uses the database app"
  from_port                    = 5432
  ip_protocol                  = "tcp"
  referenced_security_group_id = aws_security_group.backend_service_security_group.id
  security_group_id            = data.terraform_remote_state.data.outputs.aws_security_group_app_database_security_group_id
  to_port                      = 5432
}

# backend-service/Resource/Logs/Resource
resource "aws_cloudwatch_log_group" "backend_service_logs" {
  name              = "/ecs/sit/backend"
  retention_in_days = 30
}

# backend-service/Resource/ExecutionRole/Trust
data "aws_iam_policy_document" "backend_service_execution_role_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    condition {
      test     = "StringEquals"
      values   = ["222222222222"]
      variable = "aws:SourceAccount"
    }

    principals {
      identifiers = ["ecs-tasks.amazonaws.com"]
      type        = "Service"
    }
  }
}

# backend-service/Resource/ExecutionRole/Resource
resource "aws_iam_role" "backend_service_execution_role" {
  assume_role_policy = data.aws_iam_policy_document.backend_service_execution_role_trust.json
  description        = "ECS starts the tasks of backend"
  name               = "sit-backend-execution"
}

# backend-service/Resource/ExecutionRole/PolicyDocument
data "aws_iam_policy_document" "backend_service_execution_role_policy_document" {
  statement {
    actions   = ["ecr:GetAuthorizationToken"]
    resources = ["*"]
    sid       = "LogInToRegistry"
  }

  statement {
    actions = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
    resources = [
      "arn:aws:ecr:eu-west-1:999999999999:repository/backend",
      "arn:aws:ecr:eu-west-1:999999999999:repository/otel-collector",
      "arn:aws:ecr:eu-west-1:999999999999:repository/seed",
    ]
    sid = "PullImages"
  }

  statement {
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["${aws_cloudwatch_log_group.backend_service_logs.arn}:*"]
    sid       = "WriteLogs"
  }

  statement {
    actions = ["secretsmanager:GetSecretValue"]
    resources = [
      "arn:aws:secretsmanager:eu-west-1:222222222222:secret:sit/backend/signing-m8RwZe",
      data.terraform_remote_state.data.outputs.aws_db_instance_app_database_master_user_secret_0_secret_arn,
    ]
    sid = "ReadSecrets"
  }

  statement {
    actions   = ["kms:Decrypt"]
    resources = [data.terraform_remote_state.data.outputs.aws_kms_key_app_database_key_arn]
    sid       = "DecryptSecrets"

    condition {
      test     = "StringEquals"
      values   = ["secretsmanager.eu-west-1.amazonaws.com", "ssm.eu-west-1.amazonaws.com"]
      variable = "kms:ViaService"
    }
  }
}

# backend-service/Resource/ExecutionRole/Policy
resource "aws_iam_role_policy" "backend_service_execution_role_policy" {
  name   = "policy"
  policy = data.aws_iam_policy_document.backend_service_execution_role_policy_document.json
  role   = aws_iam_role.backend_service_execution_role.name
}

# backend-service/Resource/TaskRole/Trust
data "aws_iam_policy_document" "backend_service_task_role_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    condition {
      test     = "StringEquals"
      values   = ["222222222222"]
      variable = "aws:SourceAccount"
    }

    principals {
      identifiers = ["ecs-tasks.amazonaws.com"]
      type        = "Service"
    }
  }
}

# backend-service/Resource/TaskRole/Resource
resource "aws_iam_role" "backend_service_task_role" {
  assume_role_policy = data.aws_iam_policy_document.backend_service_task_role_trust.json
  description        = "What the application backend may do"
  name               = "sit-backend-task"
}

# backend-service/Resource/Template/Containers
locals {
  backend_service_template_containers = [
    {
      name      = "backend"
      image     = "999999999999.dkr.ecr.eu-west-1.amazonaws.com/backend:sit"
      essential = true
      portMappings = [
        {
          containerPort = 8080
          hostPort      = 8080
          protocol      = "tcp"
        },
      ]
      environment = [
        { name = "APP_DB_HOST", value = data.terraform_remote_state.data.outputs.aws_db_instance_app_database_address },
        { name = "APP_DB_NAME", value = "app" },
        { name = "APP_DB_PORT", value = "5432" },
        { name = "FEATURE_GIFT_CARDS", value = "true" },
        { name = "LOGGING_PATTERN_CONSOLE", value = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5p [$${HOSTNAME}] %logger{36} - %m%n" },
        { name = "LOG_LEVEL", value = "info" },
        { name = "OTEL_EXPORTER_OTLP_ENDPOINT", value = "http://localhost:4318" },
        { name = "OTEL_LOGS_EXPORTER", value = "none" },
        { name = "OTEL_SERVICE_NAME", value = "backend" },
        { name = "OTEL_TRACES_EXPORTER", value = "none" },
        { name = "SERVER_TOMCAT_ACCESSLOG_PATTERN", value = "%%{X-Forwarded-For}i %t \"%r\" %s %D" },
        { name = "SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE", value = "5" },
        { name = "SPRING_DATASOURCE_PASSWORD", value = "$${APP_DB_PASSWORD}" },
        { name = "SPRING_DATASOURCE_URL", value = "jdbc:postgresql://$${APP_DB_HOST}:$${APP_DB_PORT}/$${APP_DB_NAME}?sslmode=require" },
        { name = "SPRING_DATASOURCE_USERNAME", value = "$${APP_DB_USERNAME}" },
      ]
      secrets = [
        { name = "APP_DB_PASSWORD", valueFrom = "${data.terraform_remote_state.data.outputs.aws_db_instance_app_database_master_user_secret_0_secret_arn}:password::" },
        { name = "APP_DB_USERNAME", valueFrom = "${data.terraform_remote_state.data.outputs.aws_db_instance_app_database_master_user_secret_0_secret_arn}:username::" },
        { name = "SIGNING_KEY", valueFrom = "arn:aws:secretsmanager:eu-west-1:222222222222:secret:sit/backend/signing-m8RwZe:key::" },
      ]
      dependsOn = [
        { containerName = "otel-collector", condition = "START" },
      ]
      ulimits = [
        {
          name      = "nofile"
          softLimit = 65536
          hardLimit = 65536
        },
      ]
      healthCheck = {
        command     = ["CMD-SHELL", "wget -q -O /dev/null http://localhost:8080/health || exit 1"]
        interval    = 15
        timeout     = 5
        retries     = 3
        startPeriod = 45
      }
      readonlyRootFilesystem = true
      mountPoints = [
        {
          sourceVolume  = "tmp"
          containerPath = "/tmp"
          readOnly      = false
        },
      ]
      stopTimeout = 60
      logConfiguration = {
        logDriver = "awslogs"
        options = {
          awslogs-group         = aws_cloudwatch_log_group.backend_service_logs.name
          awslogs-region        = "eu-west-1"
          awslogs-stream-prefix = "backend"
        }
      }
    },
    {
      name      = "otel-collector"
      image     = "999999999999.dkr.ecr.eu-west-1.amazonaws.com/otel-collector:v0.43.3"
      essential = false
      environment = [
        {
          name  = "AOT_CONFIG_CONTENT"
          value = <<-EOT
            receivers:
              otlp:
                protocols:
                  http:
                    endpoint: localhost:4318
            exporters:
              awsemf:
                namespace: backend
                output_destination: stdout
            extensions:
              health_check:
            service:
              extensions: [health_check]
              pipelines:
                metrics:
                  receivers: [otlp]
                  exporters: [awsemf]
          EOT
        },
      ]
      cpu               = 32
      memory            = 128
      memoryReservation = 64
      healthCheck = {
        command  = ["CMD", "/healthcheck"]
        interval = 30
        timeout  = 5
        retries  = 3
      }
      readonlyRootFilesystem = true
      mountPoints = [
        {
          sourceVolume  = "tmp"
          containerPath = "/tmp"
          readOnly      = false
        },
      ]
      logConfiguration = {
        logDriver = "awslogs"
        options = {
          awslogs-group         = aws_cloudwatch_log_group.backend_service_logs.name
          awslogs-region        = "eu-west-1"
          awslogs-stream-prefix = "backend"
        }
      }
    },
  ]
}

# backend-service/Resource/Template/Resource
resource "aws_ecs_task_definition" "backend_service_template" {
  container_definitions    = jsonencode(local.backend_service_template_containers)
  cpu                      = "256"
  execution_role_arn       = aws_iam_role.backend_service_execution_role.arn
  family                   = "sit-backend"
  memory                   = "512"
  network_mode             = "awsvpc"
  requires_compatibilities = ["FARGATE"]
  skip_destroy             = true
  task_role_arn            = aws_iam_role.backend_service_task_role.arn
  track_latest             = false

  runtime_platform {
    cpu_architecture        = "X86_64"
    operating_system_family = "LINUX"
  }

  volume {
    name = "tmp"
  }
}

# backend-service/Resource/Seed/Containers
locals {
  backend_service_seed_containers = [
    {
      name      = "backend"
      image     = "999999999999.dkr.ecr.eu-west-1.amazonaws.com/seed:1"
      essential = true
      portMappings = [
        {
          containerPort = 8080
          hostPort      = 8080
          protocol      = "tcp"
        },
      ]
      environment = [
        { name = "SEED_PATH", value = "/health" },
        { name = "SEED_PORT", value = "8080" },
      ]
      entryPoint = ["sh", "-c"]
      command = [
        "file=\"/tmp/www$SEED_PATH\"\ncase \"$file\" in */) file=\"$${file}index.html\" ;; esac\nmkdir -p \"$(dirname \"$file\")\"\necho \"seed\" > \"$file\"\nexec httpd -f -p \"$SEED_PORT\" -h /tmp/www",
      ]
      linuxParameters = {
        initProcessEnabled = true
      }
      readonlyRootFilesystem = true
      mountPoints = [
        {
          sourceVolume  = "tmp"
          containerPath = "/tmp"
          readOnly      = false
        },
      ]
      stopTimeout = 60
      logConfiguration = {
        logDriver = "awslogs"
        options = {
          awslogs-group         = aws_cloudwatch_log_group.backend_service_logs.name
          awslogs-region        = "eu-west-1"
          awslogs-stream-prefix = "backend"
        }
      }
    },
  ]
}

# backend-service/Resource/Seed/Resource
resource "aws_ecs_task_definition" "backend_service_seed" {
  container_definitions    = jsonencode(local.backend_service_seed_containers)
  cpu                      = "256"
  execution_role_arn       = aws_iam_role.backend_service_execution_role.arn
  family                   = "sit-backend_seed"
  memory                   = "512"
  network_mode             = "awsvpc"
  requires_compatibilities = ["FARGATE"]
  skip_destroy             = true
  task_role_arn            = aws_iam_role.backend_service_task_role.arn
  track_latest             = false

  runtime_platform {
    cpu_architecture        = "X86_64"
    operating_system_family = "LINUX"
  }

  volume {
    name = "tmp"
  }
}

# backend-service/Resource/Resource
resource "aws_ecs_service" "backend_service" {
  availability_zone_rebalancing      = "ENABLED"
  cluster                            = aws_ecs_cluster.cluster.arn
  deployment_maximum_percent         = 200
  deployment_minimum_healthy_percent = 100
  desired_count                      = 1
  enable_ecs_managed_tags            = true
  enable_execute_command             = false
  force_new_deployment               = false
  health_check_grace_period_seconds  = 75
  name                               = "backend"
  platform_version                   = "LATEST"
  propagate_tags                     = "SERVICE"
  task_definition                    = aws_ecs_task_definition.backend_service_seed.arn
  wait_for_steady_state              = false

  alarms {
    alarm_names = [aws_cloudwatch_metric_alarm.backend_service_error_alarm.alarm_name]
    enable      = true
    rollback    = true
  }

  capacity_provider_strategy {
    base              = 1
    capacity_provider = "FARGATE"
    weight            = 0
  }

  capacity_provider_strategy {
    capacity_provider = "FARGATE_SPOT"
    weight            = 100
  }

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  deployment_configuration {
    strategy = "ROLLING"
  }

  deployment_controller {
    type = "ECS"
  }

  load_balancer {
    container_name   = "backend"
    container_port   = 8080
    target_group_arn = aws_lb_target_group.backend_service_target_group.arn
  }

  network_configuration {
    assign_public_ip = false
    security_groups  = [aws_security_group.backend_service_security_group.id]
    subnets = [
      data.terraform_remote_state.network.outputs.aws_subnet_network_zone_a_private_subnet_id,
      data.terraform_remote_state.network.outputs.aws_subnet_network_zone_b_private_subnet_id,
    ]
  }

  lifecycle {
    ignore_changes = [task_definition, desired_count]
  }

  depends_on = [
    aws_ecs_cluster_capacity_providers.cluster_capacity_providers,
    aws_iam_role_policy.backend_service_execution_role_policy,
    aws_vpc_security_group_egress_rule.backend_service_security_group_from_internal_load_balancer_on_8080_egress,
    aws_vpc_security_group_ingress_rule.backend_service_security_group_from_internal_load_balancer_on_8080_ingress,
    aws_vpc_security_group_egress_rule.backend_service_security_group_to_endpoints_on_443_egress,
    aws_vpc_security_group_ingress_rule.backend_service_security_group_to_endpoints_on_443_ingress,
    aws_vpc_security_group_egress_rule.backend_service_security_group_to_s3_on_443,
    aws_vpc_security_group_egress_rule.backend_service_security_group_to_192_0_2_0_24_on_443,
    aws_lb_listener_rule.backend_service_rule,
  ]
}

# backend-service/Resource/Scaling/Resource
resource "aws_appautoscaling_target" "backend_service_scaling" {
  max_capacity       = 2
  min_capacity       = 1
  resource_id        = "service/sit/${aws_ecs_service.backend_service.name}"
  scalable_dimension = "ecs:service:DesiredCount"
  service_namespace  = "ecs"
}

# backend-service/Resource/Scaling/Cpu
resource "aws_appautoscaling_policy" "backend_service_scaling_cpu" {
  name               = "cpu"
  policy_type        = "TargetTrackingScaling"
  resource_id        = aws_appautoscaling_target.backend_service_scaling.resource_id
  scalable_dimension = aws_appautoscaling_target.backend_service_scaling.scalable_dimension
  service_namespace  = aws_appautoscaling_target.backend_service_scaling.service_namespace

  target_tracking_scaling_policy_configuration {
    scale_in_cooldown  = 300
    scale_out_cooldown = 60
    target_value       = 60

    predefined_metric_specification {
      predefined_metric_type = "ECSServiceAverageCPUUtilization"
    }
  }
}

# backend-service/Name
resource "aws_route53_record" "backend_service_name" {
  name    = "backend.sit.internal"
  type    = "A"
  zone_id = data.terraform_remote_state.network.outputs.aws_route53_zone_internal_load_balancer_zone_zone_id

  alias {
    evaluate_target_health = true
    name                   = data.terraform_remote_state.network.outputs.aws_lb_internal_load_balancer_dns_name
    zone_id                = data.terraform_remote_state.network.outputs.aws_lb_internal_load_balancer_zone_id
  }
}

# frontend-deploy-role/Trust
data "aws_iam_policy_document" "frontend_deploy_role_trust" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    condition {
      test     = "StringEquals"
      values   = ["https://gitlab.com"]
      variable = "gitlab.com:aud"
    }

    condition {
      test     = "StringEquals"
      values   = ["project_path:shop/shop:ref_type:branch:ref:main"]
      variable = "gitlab.com:sub"
    }

    principals {
      identifiers = ["arn:aws:iam::222222222222:oidc-provider/gitlab.com"]
      type        = "Federated"
    }
  }
}

# frontend-deploy-role/Resource
resource "aws_iam_role" "frontend_deploy_role" {
  assume_role_policy   = data.aws_iam_policy_document.frontend_deploy_role_trust.json
  description          = "Deploys frontend in sit"
  max_session_duration = 3600
  name                 = "sit-frontend-deploy"
}

# frontend-deploy-role/PolicyDocument
data "aws_iam_policy_document" "frontend_deploy_role_policy_document" {
  statement {
    actions   = ["ssm:GetParameter"]
    resources = ["arn:aws:ssm:eu-west-1:222222222222:parameter/delivery/sit/frontend"]
    sid       = "ReadTarget"
  }

  statement {
    actions   = ["ecs:DescribeServices"]
    resources = ["arn:aws:ecs:eu-west-1:222222222222:service/sit/frontend"]
    sid       = "ReadService"
  }

  statement {
    actions   = ["ecs:DescribeTaskDefinition", "ecs:ListTaskDefinitions"]
    resources = ["*"]
    sid       = "ReadRevisions"
  }

  statement {
    actions   = ["ecs:DescribeTasks"]
    resources = ["arn:aws:ecs:eu-west-1:222222222222:task/sit/*"]
    sid       = "ReadTasks"
  }

  statement {
    actions   = ["ecs:ListTasks"]
    resources = ["*"]
    sid       = "ListTasks"

    condition {
      test     = "ArnEquals"
      values   = ["arn:aws:ecs:eu-west-1:222222222222:cluster/sit"]
      variable = "ecs:cluster"
    }
  }

  statement {
    actions   = ["ecs:RegisterTaskDefinition"]
    resources = ["arn:aws:ecs:eu-west-1:222222222222:task-definition/sit-frontend:*"]
    sid       = "RegisterRelease"
  }

  statement {
    actions   = ["ecs:TagResource"]
    resources = ["arn:aws:ecs:eu-west-1:222222222222:task-definition/sit-frontend:*"]
    sid       = "TagRelease"

    condition {
      test     = "StringEquals"
      values   = ["RegisterTaskDefinition"]
      variable = "ecs:CreateAction"
    }
  }

  statement {
    actions   = ["ecs:TagResource"]
    resources = ["arn:aws:ecs:eu-west-1:222222222222:task-definition/sit-frontend:*"]
    sid       = "MarkHealthy"

    condition {
      test     = "ForAllValues:StringEquals"
      values   = ["ecs-env:healthy", "ecs-env:left-by-rollback"]
      variable = "aws:TagKeys"
    }

    condition {
      test     = "Null"
      values   = ["false"]
      variable = "aws:TagKeys"
    }
  }

  statement {
    actions   = ["ecs:DeregisterTaskDefinition"]
    resources = ["*"]
    sid       = "ForgetRelease"
  }

  statement {
    actions = ["iam:PassRole"]
    resources = [
      "arn:aws:iam::222222222222:role/sit-frontend-execution",
      "arn:aws:iam::222222222222:role/sit-frontend-task",
    ]
    sid = "PassTaskRoles"

    condition {
      test     = "StringEquals"
      values   = ["ecs-tasks.amazonaws.com"]
      variable = "iam:PassedToService"
    }
  }

  statement {
    actions   = ["ecs:UpdateService"]
    resources = ["arn:aws:ecs:eu-west-1:222222222222:service/sit/frontend"]
    sid       = "ChangeRelease"

    condition {
      test     = "ArnEquals"
      values   = ["arn:aws:ecs:eu-west-1:222222222222:cluster/sit"]
      variable = "ecs:cluster"
    }

    condition {
      test     = "ArnLike"
      values   = ["arn:aws:ecs:eu-west-1:222222222222:task-definition/sit-frontend:*"]
      variable = "ecs:task-definition"
    }
  }

  statement {
    actions = ["ecs:DescribeServiceDeployments", "ecs:ListServiceDeployments"]
    resources = [
      "arn:aws:ecs:eu-west-1:222222222222:service/sit/frontend",
      "arn:aws:ecs:eu-west-1:222222222222:service-deployment/sit/frontend/*",
    ]
    sid = "ReadDeployments"
  }

  statement {
    actions = ["ecs:DescribeServiceRevisions"]
    resources = [
      "arn:aws:ecs:eu-west-1:222222222222:service/sit/frontend",
      "arn:aws:ecs:eu-west-1:222222222222:service-revision/sit/frontend/*",
    ]
    sid = "ReadServiceRevisions"
  }

  statement {
    actions = ["ecs:StopServiceDeployment"]
    resources = [
      "arn:aws:ecs:eu-west-1:222222222222:service/sit/frontend",
      "arn:aws:ecs:eu-west-1:222222222222:service-deployment/sit/frontend/*",
    ]
    sid = "StopDeployment"
  }

  statement {
    actions   = ["elasticloadbalancing:DescribeRules"]
    resources = ["*"]
    sid       = "ReadTraffic"
  }

  statement {
    actions   = ["elasticloadbalancing:DescribeTargetHealth"]
    resources = ["*"]
    sid       = "ReadTargetHealth"
  }

  statement {
    actions   = ["cloudwatch:DescribeAlarms"]
    resources = ["arn:aws:cloudwatch:eu-west-1:222222222222:alarm:*"]
    sid       = "ReadAlarms"
  }

  statement {
    actions   = ["logs:FilterLogEvents", "logs:GetLogEvents"]
    resources = ["arn:aws:logs:eu-west-1:222222222222:log-group:/ecs/sit/frontend:*"]
    sid       = "ReadLogs"
  }

  statement {
    actions   = ["ecr:BatchGetImage", "ecr:DescribeImages", "ecr:GetDownloadUrlForLayer"]
    resources = ["arn:aws:ecr:eu-west-1:999999999999:repository/frontend"]
    sid       = "ReadImages"
  }

  statement {
    actions   = ["ecr:PutImage"]
    resources = ["arn:aws:ecr:eu-west-1:999999999999:repository/frontend"]
    sid       = "RecordRelease"
  }

  statement {
    actions   = ["ecs:RunTask"]
    resources = ["arn:aws:ecs:eu-west-1:222222222222:task-definition/sit-frontend:*"]
    sid       = "RunTask"

    condition {
      test     = "ArnEquals"
      values   = ["arn:aws:ecs:eu-west-1:222222222222:cluster/sit"]
      variable = "ecs:cluster"
    }
  }

  statement {
    actions   = ["ecs:TagResource"]
    resources = ["arn:aws:ecs:eu-west-1:222222222222:task/sit/*"]
    sid       = "TagTask"

    condition {
      test     = "StringEquals"
      values   = ["RunTask"]
      variable = "ecs:CreateAction"
    }

    condition {
      test     = "StringEquals"
      values   = ["frontend"]
      variable = "aws:RequestTag/ecs-env:run"
    }
  }

  statement {
    actions   = ["ecs:StopTask"]
    resources = ["arn:aws:ecs:eu-west-1:222222222222:task/sit/*"]
    sid       = "StopTask"

    condition {
      test     = "StringEquals"
      values   = ["frontend"]
      variable = "aws:ResourceTag/ecs-env:run"
    }
  }
}

# frontend-deploy-role/Policy
resource "aws_iam_role_policy" "frontend_deploy_role_policy" {
  name   = "policy"
  policy = data.aws_iam_policy_document.frontend_deploy_role_policy_document.json
  role   = aws_iam_role.frontend_deploy_role.name
}

# frontend-delivery-target/Document
locals {
  frontend_delivery_target_document = {
    version       = 1
    environment   = "sit"
    service       = "frontend"
    account       = "222222222222"
    region        = "eu-west-1"
    cluster       = "sit"
    serviceName   = "frontend"
    taskFamily    = "sit-frontend"
    templateArn   = aws_ecs_task_definition.frontend_service_template.arn
    container     = "frontend"
    containerPort = 8080
    repositoryUrl = "999999999999.dkr.ecr.eu-west-1.amazonaws.com/frontend"
    imageTag      = "sit"
    deployRoleArn = "arn:aws:iam::222222222222:role/sit-frontend-deploy"
    pushRoleArn   = "arn:aws:iam::999999999999:role/frontend-push"
    promotedFrom  = "dev"
    strategy      = "rolling"
    controller    = "ecs"
  }
}

# frontend-delivery-target/Resource
resource "aws_ssm_parameter" "frontend_delivery_target" {
  description    = "Where the application pipeline deploys frontend"
  insecure_value = jsonencode(local.frontend_delivery_target_document)
  name           = "/delivery/sit/frontend"
  type           = "String"

  depends_on = [aws_iam_role_policy.frontend_deploy_role_policy]
}

# backend-deploy-role/Trust
data "aws_iam_policy_document" "backend_deploy_role_trust" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    condition {
      test     = "StringEquals"
      values   = ["https://gitlab.com"]
      variable = "gitlab.com:aud"
    }

    condition {
      test     = "StringEquals"
      values   = ["project_path:shop/shop:ref_type:branch:ref:main"]
      variable = "gitlab.com:sub"
    }

    principals {
      identifiers = ["arn:aws:iam::222222222222:oidc-provider/gitlab.com"]
      type        = "Federated"
    }
  }
}

# backend-deploy-role/Resource
resource "aws_iam_role" "backend_deploy_role" {
  assume_role_policy   = data.aws_iam_policy_document.backend_deploy_role_trust.json
  description          = "Deploys backend in sit"
  max_session_duration = 3600
  name                 = "sit-backend-deploy"
}

# backend-deploy-role/PolicyDocument
data "aws_iam_policy_document" "backend_deploy_role_policy_document" {
  statement {
    actions   = ["ssm:GetParameter"]
    resources = ["arn:aws:ssm:eu-west-1:222222222222:parameter/delivery/sit/backend"]
    sid       = "ReadTarget"
  }

  statement {
    actions   = ["ecs:DescribeServices"]
    resources = ["arn:aws:ecs:eu-west-1:222222222222:service/sit/backend"]
    sid       = "ReadService"
  }

  statement {
    actions   = ["ecs:DescribeTaskDefinition", "ecs:ListTaskDefinitions"]
    resources = ["*"]
    sid       = "ReadRevisions"
  }

  statement {
    actions   = ["ecs:DescribeTasks"]
    resources = ["arn:aws:ecs:eu-west-1:222222222222:task/sit/*"]
    sid       = "ReadTasks"
  }

  statement {
    actions   = ["ecs:ListTasks"]
    resources = ["*"]
    sid       = "ListTasks"

    condition {
      test     = "ArnEquals"
      values   = ["arn:aws:ecs:eu-west-1:222222222222:cluster/sit"]
      variable = "ecs:cluster"
    }
  }

  statement {
    actions   = ["ecs:RegisterTaskDefinition"]
    resources = ["arn:aws:ecs:eu-west-1:222222222222:task-definition/sit-backend:*"]
    sid       = "RegisterRelease"
  }

  statement {
    actions   = ["ecs:TagResource"]
    resources = ["arn:aws:ecs:eu-west-1:222222222222:task-definition/sit-backend:*"]
    sid       = "TagRelease"

    condition {
      test     = "StringEquals"
      values   = ["RegisterTaskDefinition"]
      variable = "ecs:CreateAction"
    }
  }

  statement {
    actions   = ["ecs:TagResource"]
    resources = ["arn:aws:ecs:eu-west-1:222222222222:task-definition/sit-backend:*"]
    sid       = "MarkHealthy"

    condition {
      test     = "ForAllValues:StringEquals"
      values   = ["ecs-env:healthy", "ecs-env:left-by-rollback"]
      variable = "aws:TagKeys"
    }

    condition {
      test     = "Null"
      values   = ["false"]
      variable = "aws:TagKeys"
    }
  }

  statement {
    actions   = ["ecs:DeregisterTaskDefinition"]
    resources = ["*"]
    sid       = "ForgetRelease"
  }

  statement {
    actions = ["iam:PassRole"]
    resources = [
      "arn:aws:iam::222222222222:role/sit-backend-execution",
      "arn:aws:iam::222222222222:role/sit-backend-task",
    ]
    sid = "PassTaskRoles"

    condition {
      test     = "StringEquals"
      values   = ["ecs-tasks.amazonaws.com"]
      variable = "iam:PassedToService"
    }
  }

  statement {
    actions   = ["ecs:UpdateService"]
    resources = ["arn:aws:ecs:eu-west-1:222222222222:service/sit/backend"]
    sid       = "ChangeRelease"

    condition {
      test     = "ArnEquals"
      values   = ["arn:aws:ecs:eu-west-1:222222222222:cluster/sit"]
      variable = "ecs:cluster"
    }

    condition {
      test     = "ArnLike"
      values   = ["arn:aws:ecs:eu-west-1:222222222222:task-definition/sit-backend:*"]
      variable = "ecs:task-definition"
    }
  }

  statement {
    actions = ["ecs:DescribeServiceDeployments", "ecs:ListServiceDeployments"]
    resources = [
      "arn:aws:ecs:eu-west-1:222222222222:service/sit/backend",
      "arn:aws:ecs:eu-west-1:222222222222:service-deployment/sit/backend/*",
    ]
    sid = "ReadDeployments"
  }

  statement {
    actions = ["ecs:DescribeServiceRevisions"]
    resources = [
      "arn:aws:ecs:eu-west-1:222222222222:service/sit/backend",
      "arn:aws:ecs:eu-west-1:222222222222:service-revision/sit/backend/*",
    ]
    sid = "ReadServiceRevisions"
  }

  statement {
    actions = ["ecs:StopServiceDeployment"]
    resources = [
      "arn:aws:ecs:eu-west-1:222222222222:service/sit/backend",
      "arn:aws:ecs:eu-west-1:222222222222:service-deployment/sit/backend/*",
    ]
    sid = "StopDeployment"
  }

  statement {
    actions   = ["elasticloadbalancing:DescribeRules"]
    resources = ["*"]
    sid       = "ReadTraffic"
  }

  statement {
    actions   = ["elasticloadbalancing:DescribeTargetHealth"]
    resources = ["*"]
    sid       = "ReadTargetHealth"
  }

  statement {
    actions   = ["cloudwatch:DescribeAlarms"]
    resources = ["arn:aws:cloudwatch:eu-west-1:222222222222:alarm:*"]
    sid       = "ReadAlarms"
  }

  statement {
    actions   = ["logs:FilterLogEvents", "logs:GetLogEvents"]
    resources = ["arn:aws:logs:eu-west-1:222222222222:log-group:/ecs/sit/backend:*"]
    sid       = "ReadLogs"
  }

  statement {
    actions   = ["ecr:BatchGetImage", "ecr:DescribeImages", "ecr:GetDownloadUrlForLayer"]
    resources = ["arn:aws:ecr:eu-west-1:999999999999:repository/backend"]
    sid       = "ReadImages"
  }

  statement {
    actions   = ["ecr:PutImage"]
    resources = ["arn:aws:ecr:eu-west-1:999999999999:repository/backend"]
    sid       = "RecordRelease"
  }

  statement {
    actions   = ["ecs:RunTask"]
    resources = ["arn:aws:ecs:eu-west-1:222222222222:task-definition/sit-backend:*"]
    sid       = "RunTask"

    condition {
      test     = "ArnEquals"
      values   = ["arn:aws:ecs:eu-west-1:222222222222:cluster/sit"]
      variable = "ecs:cluster"
    }
  }

  statement {
    actions   = ["ecs:TagResource"]
    resources = ["arn:aws:ecs:eu-west-1:222222222222:task/sit/*"]
    sid       = "TagTask"

    condition {
      test     = "StringEquals"
      values   = ["RunTask"]
      variable = "ecs:CreateAction"
    }

    condition {
      test     = "StringEquals"
      values   = ["backend"]
      variable = "aws:RequestTag/ecs-env:run"
    }
  }

  statement {
    actions   = ["ecs:StopTask"]
    resources = ["arn:aws:ecs:eu-west-1:222222222222:task/sit/*"]
    sid       = "StopTask"

    condition {
      test     = "StringEquals"
      values   = ["backend"]
      variable = "aws:ResourceTag/ecs-env:run"
    }
  }
}

# backend-deploy-role/Policy
resource "aws_iam_role_policy" "backend_deploy_role_policy" {
  name   = "policy"
  policy = data.aws_iam_policy_document.backend_deploy_role_policy_document.json
  role   = aws_iam_role.backend_deploy_role.name
}

# backend-delivery-target/Document
locals {
  backend_delivery_target_document = {
    version       = 1
    environment   = "sit"
    service       = "backend"
    account       = "222222222222"
    region        = "eu-west-1"
    cluster       = "sit"
    serviceName   = "backend"
    taskFamily    = "sit-backend"
    templateArn   = aws_ecs_task_definition.backend_service_template.arn
    container     = "backend"
    containerPort = 8080
    repositoryUrl = "999999999999.dkr.ecr.eu-west-1.amazonaws.com/backend"
    imageTag      = "sit"
    deployRoleArn = "arn:aws:iam::222222222222:role/sit-backend-deploy"
    pushRoleArn   = "arn:aws:iam::999999999999:role/backend-push"
    promotedFrom  = "dev"
    strategy      = "rolling"
    controller    = "ecs"
  }
}

# backend-delivery-target/Resource
resource "aws_ssm_parameter" "backend_delivery_target" {
  description    = "Where the application pipeline deploys backend"
  insecure_value = jsonencode(local.backend_delivery_target_document)
  name           = "/delivery/sit/backend"
  type           = "String"

  depends_on = [aws_iam_role_policy.backend_deploy_role_policy]
}

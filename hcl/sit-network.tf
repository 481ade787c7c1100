# Stack sit-network, written for review: Terraform applies the JSON of the same stack.

terraform {
  required_version = ">= 1.10.0"

  required_providers {
    aws = {
      version = "6.25.0"
      source  = "aws"
    }
  }

  backend "local" {
    path = "../../../terraform.sit-network.tfstate"
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

# Network/Vpc
resource "aws_vpc" "network_vpc" {
  cidr_block           = "10.20.0.0/16"
  enable_dns_hostnames = true
  enable_dns_support   = true
  tags = {
    Name = "sit"
  }
}

# Network/DefaultSecurityGroup
resource "aws_default_security_group" "network_default_security_group" {
  egress  = []
  ingress = []
  tags = {
    Name = "sit-default-closed"
  }
  vpc_id = aws_vpc.network_vpc.id
}

# Network/DefaultRouteTable
resource "aws_default_route_table" "network_default_route_table" {
  default_route_table_id = aws_vpc.network_vpc.default_route_table_id
  route                  = []
  tags = {
    Name = "sit-default-empty"
  }
}

# Network/InternetGateway
resource "aws_internet_gateway" "network_internet_gateway" {
  tags = {
    Name = "sit"
  }
  vpc_id = aws_vpc.network_vpc.id
}

# Network/Public/RouteTable
resource "aws_route_table" "network_public_route_table" {
  tags = {
    Name = "sit-public"
  }
  vpc_id = aws_vpc.network_vpc.id
}

# Network/Public/InternetRoute
resource "aws_route" "network_public_internet_route" {
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.network_internet_gateway.id
  route_table_id         = aws_route_table.network_public_route_table.id
}

# Network/ZoneA/PublicSubnet
resource "aws_subnet" "network_zone_a_public_subnet" {
  availability_zone       = "eu-west-1a"
  cidr_block              = "10.20.32.0/20"
  map_public_ip_on_launch = false
  tags = {
    Name = "sit-public-a"
    Tier = "public"
  }
  vpc_id = aws_vpc.network_vpc.id

  depends_on = [aws_route.network_public_internet_route]
}

# Network/ZoneA/PublicRoutes
resource "aws_route_table_association" "network_zone_a_public_routes" {
  route_table_id = aws_route_table.network_public_route_table.id
  subnet_id      = aws_subnet.network_zone_a_public_subnet.id
}

# Network/ZoneA/NatAddress
resource "aws_eip" "network_zone_a_nat_address" {
  domain = "vpc"
  tags = {
    Name = "sit-nat-a"
  }
}

# Network/ZoneA/NatGateway
resource "aws_nat_gateway" "network_zone_a_nat_gateway" {
  allocation_id = aws_eip.network_zone_a_nat_address.id
  subnet_id     = aws_subnet.network_zone_a_public_subnet.id
  tags = {
    Name = "sit-a"
  }

  depends_on = [aws_route.network_public_internet_route]
}

# Network/ZoneA/PrivateSubnet
resource "aws_subnet" "network_zone_a_private_subnet" {
  availability_zone       = "eu-west-1a"
  cidr_block              = "10.20.0.0/19"
  map_public_ip_on_launch = false
  tags = {
    Name = "sit-private-a"
    Tier = "private"
  }
  vpc_id = aws_vpc.network_vpc.id
}

# Network/ZoneA/PrivateRouteTable
resource "aws_route_table" "network_zone_a_private_route_table" {
  tags = {
    Name = "sit-private-a"
  }
  vpc_id = aws_vpc.network_vpc.id
}

# Network/ZoneA/PrivateRoutes
resource "aws_route_table_association" "network_zone_a_private_routes" {
  route_table_id = aws_route_table.network_zone_a_private_route_table.id
  subnet_id      = aws_subnet.network_zone_a_private_subnet.id
}

# Network/ZoneA/IsolatedSubnet
resource "aws_subnet" "network_zone_a_isolated_subnet" {
  availability_zone       = "eu-west-1a"
  cidr_block              = "10.20.48.0/20"
  map_public_ip_on_launch = false
  tags = {
    Name = "sit-isolated-a"
    Tier = "isolated"
  }
  vpc_id = aws_vpc.network_vpc.id
}

# Network/ZoneA/IsolatedRouteTable
resource "aws_route_table" "network_zone_a_isolated_route_table" {
  route = []
  tags = {
    Name = "sit-isolated-a"
  }
  vpc_id = aws_vpc.network_vpc.id
}

# Network/ZoneA/IsolatedRoutes
resource "aws_route_table_association" "network_zone_a_isolated_routes" {
  route_table_id = aws_route_table.network_zone_a_isolated_route_table.id
  subnet_id      = aws_subnet.network_zone_a_isolated_subnet.id
}

# Network/ZoneA/NatRoute
resource "aws_route" "network_zone_a_nat_route" {
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.network_zone_a_nat_gateway.id
  route_table_id         = aws_route_table.network_zone_a_private_route_table.id
}

# Network/ZoneB/PublicSubnet
resource "aws_subnet" "network_zone_b_public_subnet" {
  availability_zone       = "eu-west-1b"
  cidr_block              = "10.20.96.0/20"
  map_public_ip_on_launch = false
  tags = {
    Name = "sit-public-b"
    Tier = "public"
  }
  vpc_id = aws_vpc.network_vpc.id

  depends_on = [aws_route.network_public_internet_route]
}

# Network/ZoneB/PublicRoutes
resource "aws_route_table_association" "network_zone_b_public_routes" {
  route_table_id = aws_route_table.network_public_route_table.id
  subnet_id      = aws_subnet.network_zone_b_public_subnet.id
}

# Network/ZoneB/PrivateSubnet
resource "aws_subnet" "network_zone_b_private_subnet" {
  availability_zone       = "eu-west-1b"
  cidr_block              = "10.20.64.0/19"
  map_public_ip_on_launch = false
  tags = {
    Name = "sit-private-b"
    Tier = "private"
  }
  vpc_id = aws_vpc.network_vpc.id
}

# Network/ZoneB/PrivateRouteTable
resource "aws_route_table" "network_zone_b_private_route_table" {
  tags = {
    Name = "sit-private-b"
  }
  vpc_id = aws_vpc.network_vpc.id
}

# Network/ZoneB/PrivateRoutes
resource "aws_route_table_association" "network_zone_b_private_routes" {
  route_table_id = aws_route_table.network_zone_b_private_route_table.id
  subnet_id      = aws_subnet.network_zone_b_private_subnet.id
}

# Network/ZoneB/IsolatedSubnet
resource "aws_subnet" "network_zone_b_isolated_subnet" {
  availability_zone       = "eu-west-1b"
  cidr_block              = "10.20.112.0/20"
  map_public_ip_on_launch = false
  tags = {
    Name = "sit-isolated-b"
    Tier = "isolated"
  }
  vpc_id = aws_vpc.network_vpc.id
}

# Network/ZoneB/IsolatedRouteTable
resource "aws_route_table" "network_zone_b_isolated_route_table" {
  route = []
  tags = {
    Name = "sit-isolated-b"
  }
  vpc_id = aws_vpc.network_vpc.id
}

# Network/ZoneB/IsolatedRoutes
resource "aws_route_table_association" "network_zone_b_isolated_routes" {
  route_table_id = aws_route_table.network_zone_b_isolated_route_table.id
  subnet_id      = aws_subnet.network_zone_b_isolated_subnet.id
}

# Network/ZoneB/NatRoute
resource "aws_route" "network_zone_b_nat_route" {
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.network_zone_a_nat_gateway.id
  route_table_id         = aws_route_table.network_zone_b_private_route_table.id
}

# Network/S3Endpoint/PolicyDocument
data "aws_iam_policy_document" "network_s3_endpoint_policy_document" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::prod-eu-west-1-starport-layer-bucket/*"]
    sid       = "ImageLayers"

    principals {
      identifiers = ["*"]
      type        = "*"
    }
  }

  statement {
    actions   = ["s3:*"]
    resources = ["*"]
    sid       = "OwnIdentities"

    condition {
      test     = "StringEquals"
      values   = ["222222222222"]
      variable = "aws:PrincipalAccount"
    }

    principals {
      identifiers = ["*"]
      type        = "*"
    }
  }
}

# Network/S3Endpoint/Resource
resource "aws_vpc_endpoint" "network_s3_endpoint" {
  policy = data.aws_iam_policy_document.network_s3_endpoint_policy_document.json
  route_table_ids = [
    aws_route_table.network_zone_a_private_route_table.id,
    aws_route_table.network_zone_b_private_route_table.id,
  ]
  service_name = "com.amazonaws.eu-west-1.s3"
  tags = {
    Name = "sit-s3"
  }
  vpc_endpoint_type = "Gateway"
  vpc_id            = aws_vpc.network_vpc.id
}

# Network/Endpoints/SecurityGroup/Resource
resource "aws_security_group" "network_endpoints_security_group" {
  description = "sit-endpoints: one rule per declared edge"
  name_prefix = "sit-endpoints-"
  tags = {
    Name = "sit-endpoints"
  }
  vpc_id = aws_vpc.network_vpc.id

  lifecycle {
    create_before_destroy = true
  }
}

# Network/Endpoints/EcrApi
resource "aws_vpc_endpoint" "network_endpoints_ecr_api" {
  private_dns_enabled = true
  security_group_ids  = [aws_security_group.network_endpoints_security_group.id]
  service_name        = "com.amazonaws.eu-west-1.ecr.api"
  subnet_ids          = [aws_subnet.network_zone_a_private_subnet.id, aws_subnet.network_zone_b_private_subnet.id]
  tags = {
    Name = "sit-ecr.api"
  }
  vpc_endpoint_type = "Interface"
  vpc_id            = aws_vpc.network_vpc.id
}

# Network/Endpoints/EcrDkr
resource "aws_vpc_endpoint" "network_endpoints_ecr_dkr" {
  private_dns_enabled = true
  security_group_ids  = [aws_security_group.network_endpoints_security_group.id]
  service_name        = "com.amazonaws.eu-west-1.ecr.dkr"
  subnet_ids          = [aws_subnet.network_zone_a_private_subnet.id, aws_subnet.network_zone_b_private_subnet.id]
  tags = {
    Name = "sit-ecr.dkr"
  }
  vpc_endpoint_type = "Interface"
  vpc_id            = aws_vpc.network_vpc.id
}

# Network/Endpoints/Logs
resource "aws_vpc_endpoint" "network_endpoints_logs" {
  private_dns_enabled = true
  security_group_ids  = [aws_security_group.network_endpoints_security_group.id]
  service_name        = "com.amazonaws.eu-west-1.logs"
  subnet_ids          = [aws_subnet.network_zone_a_private_subnet.id, aws_subnet.network_zone_b_private_subnet.id]
  tags = {
    Name = "sit-logs"
  }
  vpc_endpoint_type = "Interface"
  vpc_id            = aws_vpc.network_vpc.id
}

# Network/Endpoints/Secretsmanager
resource "aws_vpc_endpoint" "network_endpoints_secretsmanager" {
  private_dns_enabled = true
  security_group_ids  = [aws_security_group.network_endpoints_security_group.id]
  service_name        = "com.amazonaws.eu-west-1.secretsmanager"
  subnet_ids          = [aws_subnet.network_zone_a_private_subnet.id, aws_subnet.network_zone_b_private_subnet.id]
  tags = {
    Name = "sit-secretsmanager"
  }
  vpc_endpoint_type = "Interface"
  vpc_id            = aws_vpc.network_vpc.id
}

# Network/Endpoints/Ssm
resource "aws_vpc_endpoint" "network_endpoints_ssm" {
  private_dns_enabled = true
  security_group_ids  = [aws_security_group.network_endpoints_security_group.id]
  service_name        = "com.amazonaws.eu-west-1.ssm"
  subnet_ids          = [aws_subnet.network_zone_a_private_subnet.id, aws_subnet.network_zone_b_private_subnet.id]
  tags = {
    Name = "sit-ssm"
  }
  vpc_endpoint_type = "Interface"
  vpc_id            = aws_vpc.network_vpc.id
}

# Network/FlowLogs/LogGroup/Resource
resource "aws_cloudwatch_log_group" "network_flow_logs_log_group" {
  name              = "/vpc/sit/flow-logs"
  retention_in_days = 30
}

# Network/FlowLogs/Role/Trust
data "aws_iam_policy_document" "network_flow_logs_role_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    condition {
      test     = "StringEquals"
      values   = ["222222222222"]
      variable = "aws:SourceAccount"
    }

    principals {
      identifiers = ["vpc-flow-logs.amazonaws.com"]
      type        = "Service"
    }
  }
}

# Network/FlowLogs/Role/Resource
resource "aws_iam_role" "network_flow_logs_role" {
  assume_role_policy = data.aws_iam_policy_document.network_flow_logs_role_trust.json
  description        = "VPC flow logs write to their log group"
  name               = "sit-flow-logs"
}

# Network/FlowLogs/Role/PolicyDocument
data "aws_iam_policy_document" "network_flow_logs_role_policy_document" {
  statement {
    actions   = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
    resources = ["${aws_cloudwatch_log_group.network_flow_logs_log_group.arn}:*"]
    sid       = "WriteFlowLogs"
  }

  statement {
    actions   = ["logs:DescribeLogGroups"]
    resources = ["*"]
    sid       = "FindLogGroup"
  }
}

# Network/FlowLogs/Role/Policy
resource "aws_iam_role_policy" "network_flow_logs_role_policy" {
  name   = "policy"
  policy = data.aws_iam_policy_document.network_flow_logs_role_policy_document.json
  role   = aws_iam_role.network_flow_logs_role.name
}

# Network/FlowLogs/Resource
resource "aws_flow_log" "network_flow_logs" {
  iam_role_arn             = aws_iam_role.network_flow_logs_role.arn
  log_destination          = aws_cloudwatch_log_group.network_flow_logs_log_group.arn
  log_destination_type     = "cloud-watch-logs"
  max_aggregation_interval = 60
  tags = {
    Name = "sit"
  }
  traffic_type = "REJECT"
  vpc_id       = aws_vpc.network_vpc.id

  depends_on = [aws_iam_role_policy.network_flow_logs_role_policy]
}

# AccessLogs/Resource
resource "aws_s3_bucket" "access_logs" {
  bucket = "sit-access-logs-222222222222-eu-west-1"
  tags = {
    Name = "sit-access-logs-222222222222-eu-west-1"
  }
}

# AccessLogs/Encryption
resource "aws_s3_bucket_server_side_encryption_configuration" "access_logs_encryption" {
  bucket = aws_s3_bucket.access_logs.bucket

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

# AccessLogs/PublicAccessBlock
resource "aws_s3_bucket_public_access_block" "access_logs_public_access_block" {
  block_public_acls       = true
  block_public_policy     = true
  bucket                  = aws_s3_bucket.access_logs.bucket
  ignore_public_acls      = true
  restrict_public_buckets = true
}

# AccessLogs/Ownership
resource "aws_s3_bucket_ownership_controls" "access_logs_ownership" {
  bucket = aws_s3_bucket.access_logs.bucket

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

# AccessLogs/Versioning
resource "aws_s3_bucket_versioning" "access_logs_versioning" {
  bucket = aws_s3_bucket.access_logs.bucket

  versioning_configuration {
    status = "Enabled"
  }
}

# AccessLogs/Lifecycle
resource "aws_s3_bucket_lifecycle_configuration" "access_logs_lifecycle" {
  bucket = aws_s3_bucket.access_logs.bucket

  rule {
    id     = "forget-old-logs"
    status = "Enabled"

    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }

    expiration {
      days = 90
    }

    filter {
      prefix = ""
    }

    noncurrent_version_expiration {
      noncurrent_days = 30
    }
  }

  depends_on = [aws_s3_bucket_versioning.access_logs_versioning]
}

# AccessLogs/PolicyDocument
data "aws_iam_policy_document" "access_logs_policy_document" {
  statement {
    actions   = ["s3:*"]
    effect    = "Deny"
    resources = [aws_s3_bucket.access_logs.arn, "${aws_s3_bucket.access_logs.arn}/*"]
    sid       = "TlsOnly"

    condition {
      test     = "Bool"
      values   = ["false"]
      variable = "aws:SecureTransport"
    }

    principals {
      identifiers = ["*"]
      type        = "*"
    }
  }

  statement {
    actions   = ["s3:PutObject"]
    resources = ["${aws_s3_bucket.access_logs.arn}/*/AWSLogs/222222222222/*"]
    sid       = "LoadBalancersWriteLogs"

    principals {
      identifiers = ["logdelivery.elasticloadbalancing.amazonaws.com"]
      type        = "Service"
    }
  }
}

# AccessLogs/Policy
resource "aws_s3_bucket_policy" "access_logs_policy" {
  bucket = aws_s3_bucket.access_logs.bucket
  policy = data.aws_iam_policy_document.access_logs_policy_document.json

  depends_on = [
    aws_s3_bucket_public_access_block.access_logs_public_access_block,
    aws_s3_bucket_ownership_controls.access_logs_ownership,
  ]
}

# Domain/Zone
data "aws_route53_zone" "domain_zone" {
  name         = "sit.example.com"
  private_zone = false
}

# Domain/Certificate
resource "aws_acm_certificate" "domain_certificate" {
  domain_name               = "shop.sit.example.com"
  subject_alternative_names = ["*.shop.sit.example.com"]
  validation_method         = "DNS"

  lifecycle {
    create_before_destroy = true
  }
}

# Domain/ValidationRecord
resource "aws_route53_record" "domain_validation_record" {
  allow_overwrite = true
  name            = tolist(aws_acm_certificate.domain_certificate.domain_validation_options).0.resource_record_name
  records         = [tolist(aws_acm_certificate.domain_certificate.domain_validation_options).0.resource_record_value]
  ttl             = 300
  type            = tolist(aws_acm_certificate.domain_certificate.domain_validation_options).0.resource_record_type
  zone_id         = data.aws_route53_zone.domain_zone.zone_id
}

# Domain/CertificateValidation
resource "aws_acm_certificate_validation" "domain_certificate_validation" {
  certificate_arn         = aws_acm_certificate.domain_certificate.arn
  validation_record_fqdns = [aws_route53_record.domain_validation_record.fqdn]
}

# Domain/Alias
resource "aws_route53_record" "domain_alias" {
  name    = "shop.sit.example.com"
  type    = "A"
  zone_id = data.aws_route53_zone.domain_zone.zone_id

  alias {
    evaluate_target_health = true
    name                   = aws_lb.public_load_balancer.dns_name
    zone_id                = aws_lb.public_load_balancer.zone_id
  }
}

# PublicLoadBalancer/Resource/SecurityGroup/Resource
resource "aws_security_group" "public_load_balancer_security_group" {
  description = "sit-public: one rule per declared edge"
  name_prefix = "sit-public-"
  tags = {
    Name = "sit-public"
  }
  vpc_id = aws_vpc.network_vpc.id

  lifecycle {
    create_before_destroy = true
  }
}

# PublicLoadBalancer/Resource/SecurityGroup/FromInternet-on-443
resource "aws_vpc_security_group_ingress_rule" "public_load_balancer_security_group_from_internet_on_443" {
  cidr_ipv4         = "0.0.0.0/0"
  description       = "Everyone reaches the frontends by HTTPS"
  from_port         = 443
  ip_protocol       = "tcp"
  security_group_id = aws_security_group.public_load_balancer_security_group.id
  to_port           = 443
}

# PublicLoadBalancer/Resource/SecurityGroup/FromInternet-on-80
resource "aws_vpc_security_group_ingress_rule" "public_load_balancer_security_group_from_internet_on_80" {
  cidr_ipv4         = "0.0.0.0/0"
  description       = "HTTP is answered with a redirect to HTTPS"
  from_port         = 80
  ip_protocol       = "tcp"
  security_group_id = aws_security_group.public_load_balancer_security_group.id
  to_port           = 80
}

# PublicLoadBalancer/Resource/Resource
resource "aws_lb" "public_load_balancer" {
  desync_mitigation_mode     = "defensive"
  drop_invalid_header_fields = true
  enable_deletion_protection = true
  idle_timeout               = 60
  internal                   = false
  load_balancer_type         = "application"
  name                       = "sit-public"
  security_groups            = [aws_security_group.public_load_balancer_security_group.id]
  subnets                    = [aws_subnet.network_zone_a_public_subnet.id, aws_subnet.network_zone_b_public_subnet.id]
  tags = {
    Name = "sit-public"
  }

  access_logs {
    bucket  = aws_s3_bucket.access_logs.bucket
    enabled = true
    prefix  = "public"
  }

  depends_on = [aws_s3_bucket_policy.access_logs_policy]
}

# PublicLoadBalancer/HttpRedirect
resource "aws_lb_listener" "public_load_balancer_http_redirect" {
  load_balancer_arn                    = aws_lb.public_load_balancer.arn
  port                                 = 80
  protocol                             = "HTTP"
  routing_http_response_server_enabled = false

  default_action {
    type = "redirect"

    redirect {
      port        = "443"
      protocol    = "HTTPS"
      status_code = "HTTP_301"
    }
  }
}

# PublicLoadBalancer/HttpsListener
resource "aws_lb_listener" "public_load_balancer_https_listener" {
  certificate_arn                                              = aws_acm_certificate_validation.domain_certificate_validation.certificate_arn
  load_balancer_arn                                            = aws_lb.public_load_balancer.arn
  port                                                         = 443
  protocol                                                     = "HTTPS"
  routing_http_response_server_enabled                         = false
  routing_http_response_strict_transport_security_header_value = "max-age=31536000"
  ssl_policy                                                   = "ELBSecurityPolicy-TLS13-1-2-2021-06"

  default_action {
    type = "fixed-response"

    fixed_response {
      content_type = "text/plain"
      message_body = "Not found"
      status_code  = "404"
    }
  }
}

# InternalLoadBalancer/Resource/SecurityGroup/Resource
resource "aws_security_group" "internal_load_balancer_security_group" {
  description = "sit-internal: one rule per declared edge"
  name_prefix = "sit-internal-"
  tags = {
    Name = "sit-internal"
  }
  vpc_id = aws_vpc.network_vpc.id

  lifecycle {
    create_before_destroy = true
  }
}

# InternalLoadBalancer/Resource/Resource
resource "aws_lb" "internal_load_balancer" {
  desync_mitigation_mode     = "defensive"
  drop_invalid_header_fields = true
  enable_deletion_protection = true
  idle_timeout               = 60
  internal                   = true
  load_balancer_type         = "application"
  name                       = "sit-internal"
  security_groups            = [aws_security_group.internal_load_balancer_security_group.id]
  subnets                    = [aws_subnet.network_zone_a_private_subnet.id, aws_subnet.network_zone_b_private_subnet.id]
  tags = {
    Name = "sit-internal"
  }

  access_logs {
    bucket  = aws_s3_bucket.access_logs.bucket
    enabled = true
    prefix  = "internal"
  }

  depends_on = [aws_s3_bucket_policy.access_logs_policy]
}

# InternalLoadBalancer/Zone
resource "aws_route53_zone" "internal_load_balancer_zone" {
  comment = "Names of the backends, answered inside the VPC only"
  name    = "sit.internal"

  vpc {
    vpc_id = aws_vpc.network_vpc.id
  }
}

# cross-stack-output-aws_lb.internal_load_balancer.arn
output "aws_lb_internal_load_balancer_arn" {
  value     = aws_lb.internal_load_balancer.arn
  sensitive = true
}

# cross-stack-output-aws_lb.internal_load_balancer.arn_suffix
output "aws_lb_internal_load_balancer_arn_suffix" {
  value     = aws_lb.internal_load_balancer.arn_suffix
  sensitive = true
}

# cross-stack-output-aws_lb.internal_load_balancer.dns_name
output "aws_lb_internal_load_balancer_dns_name" {
  value     = aws_lb.internal_load_balancer.dns_name
  sensitive = true
}

# cross-stack-output-aws_lb.internal_load_balancer.zone_id
output "aws_lb_internal_load_balancer_zone_id" {
  value     = aws_lb.internal_load_balancer.zone_id
  sensitive = true
}

# cross-stack-output-aws_lb_listener.public_load_balancer_https_listener.arn
output "aws_lb_listener_public_load_balancer_https_listener_arn" {
  value     = aws_lb_listener.public_load_balancer_https_listener.arn
  sensitive = true
}

# cross-stack-output-aws_lb.public_load_balancer.arn_suffix
output "aws_lb_public_load_balancer_arn_suffix" {
  value     = aws_lb.public_load_balancer.arn_suffix
  sensitive = true
}

# cross-stack-output-aws_route53_zone.internal_load_balancer_zone.zone_id
output "aws_route53_zone_internal_load_balancer_zone_zone_id" {
  value     = aws_route53_zone.internal_load_balancer_zone.zone_id
  sensitive = true
}

# cross-stack-output-aws_security_group.internal_load_balancer_security_group.id
output "aws_security_group_internal_load_balancer_security_group_id" {
  value     = aws_security_group.internal_load_balancer_security_group.id
  sensitive = true
}

# cross-stack-output-aws_security_group.network_endpoints_security_group.id
output "aws_security_group_network_endpoints_security_group_id" {
  value     = aws_security_group.network_endpoints_security_group.id
  sensitive = true
}

# cross-stack-output-aws_security_group.public_load_balancer_security_group.id
output "aws_security_group_public_load_balancer_security_group_id" {
  value     = aws_security_group.public_load_balancer_security_group.id
  sensitive = true
}

# cross-stack-output-aws_subnet.network_zone_a_isolated_subnet.id
output "aws_subnet_network_zone_a_isolated_subnet_id" {
  value     = aws_subnet.network_zone_a_isolated_subnet.id
  sensitive = true
}

# cross-stack-output-aws_subnet.network_zone_a_private_subnet.id
output "aws_subnet_network_zone_a_private_subnet_id" {
  value     = aws_subnet.network_zone_a_private_subnet.id
  sensitive = true
}

# cross-stack-output-aws_subnet.network_zone_b_isolated_subnet.id
output "aws_subnet_network_zone_b_isolated_subnet_id" {
  value     = aws_subnet.network_zone_b_isolated_subnet.id
  sensitive = true
}

# cross-stack-output-aws_subnet.network_zone_b_private_subnet.id
output "aws_subnet_network_zone_b_private_subnet_id" {
  value     = aws_subnet.network_zone_b_private_subnet.id
  sensitive = true
}

# cross-stack-output-aws_vpc_endpoint.network_s3_endpoint.prefix_list_id
output "aws_vpc_endpoint_network_s3_endpoint_prefix_list_id" {
  value     = aws_vpc_endpoint.network_s3_endpoint.prefix_list_id
  sensitive = true
}

# cross-stack-output-aws_vpc.network_vpc.id
output "aws_vpc_network_vpc_id" {
  value     = aws_vpc.network_vpc.id
  sensitive = true
}

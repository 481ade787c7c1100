# Stack uat-data, written for review: Terraform applies the JSON of the same stack.

terraform {
  required_version = ">= 1.10.0"

  required_providers {
    aws = {
      version = "6.25.0"
      source  = "aws"
    }
  }

  backend "local" {
    path = "../../../terraform.uat-data.tfstate"
  }
}

# Aws
provider "aws" {
  allowed_account_ids = ["333333333333"]
  region              = "eu-west-1"

  default_tags {
    tags = {
      Team        = "shop"
      CostCenter  = "acceptance"
      Environment = "uat"
      ManagedBy   = "terraform"
    }
  }
}

# cross-stack-reference-input-uat-network
data "terraform_remote_state" "network" {
  backend   = "local"
  workspace = terraform.workspace
  config = {
    path = "../../../terraform.uat-network.tfstate"
  }
}

# app-database/Key/PolicyDocument
data "aws_iam_policy_document" "app_database_key_policy_document" {
  statement {
    actions   = ["kms:*"]
    resources = ["*"]
    sid       = "AccountDecidesByPolicy"

    principals {
      identifiers = ["arn:aws:iam::333333333333:root"]
      type        = "AWS"
    }
  }
}

# app-database/Key/Resource
resource "aws_kms_key" "app_database_key" {
  deletion_window_in_days = 30
  description             = "Storage, snapshots and password of the database uat-app"
  enable_key_rotation     = true
  policy                  = data.aws_iam_policy_document.app_database_key_policy_document.json
}

# app-database/Key/Alias
resource "aws_kms_alias" "app_database_key_alias" {
  name          = "alias/uat-app-database"
  target_key_id = aws_kms_key.app_database_key.key_id
}

# app-database/SecurityGroup/Resource
resource "aws_security_group" "app_database_security_group" {
  description = "uat-app-database: one rule per declared edge"
  name_prefix = "uat-app-database-"
  tags = {
    Name = "uat-app-database"
  }
  vpc_id = data.terraform_remote_state.network.outputs.aws_vpc_network_vpc_id

  lifecycle {
    create_before_destroy = true
  }
}

# app-database/Logs-postgresql/Resource
resource "aws_cloudwatch_log_group" "app_database_logs_postgresql" {
  kms_key_id        = data.terraform_remote_state.network.outputs.aws_kms_key_log_key_arn
  name              = "/aws/rds/instance/uat-app/postgresql"
  retention_in_days = 30
}

# app-database/Logs-upgrade/Resource
resource "aws_cloudwatch_log_group" "app_database_logs_upgrade" {
  kms_key_id        = data.terraform_remote_state.network.outputs.aws_kms_key_log_key_arn
  name              = "/aws/rds/instance/uat-app/upgrade"
  retention_in_days = 30
}

# app-database/SubnetGroup
resource "aws_db_subnet_group" "app_database_subnet_group" {
  description = "Isolated subnets for uat-app"
  name        = "uat-app"
  subnet_ids = [
    data.terraform_remote_state.network.outputs.aws_subnet_network_zone_a_isolated_subnet_id,
    data.terraform_remote_state.network.outputs.aws_subnet_network_zone_b_isolated_subnet_id,
    data.terraform_remote_state.network.outputs.aws_subnet_network_zone_c_isolated_subnet_id,
  ]
}

# app-database/ParameterGroup
resource "aws_db_parameter_group" "app_database_parameter_group" {
  description = "Parameters of uat-app"
  family      = "postgres17"
  name_prefix = "uat-app-"

  parameter {
    apply_method = "pending-reboot"
    name         = "rds.force_ssl"
    value        = "1"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# app-database/MonitoringRole/Trust
data "aws_iam_policy_document" "app_database_monitoring_role_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    condition {
      test     = "StringEquals"
      values   = ["333333333333"]
      variable = "aws:SourceAccount"
    }

    principals {
      identifiers = ["monitoring.rds.amazonaws.com"]
      type        = "Service"
    }
  }
}

# app-database/MonitoringRole/Resource
resource "aws_iam_role" "app_database_monitoring_role" {
  assume_role_policy = data.aws_iam_policy_document.app_database_monitoring_role_trust.json
  description        = "RDS records operating system metrics of uat-app"
  name               = "uat-app-monitoring"
}

# app-database/MonitoringPolicy
resource "aws_iam_role_policy_attachment" "app_database_monitoring_policy" {
  policy_arn = "arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole"
  role       = aws_iam_role.app_database_monitoring_role.name
}

# app-database/Resource
resource "aws_db_instance" "app_database" {
  allocated_storage                     = 20
  apply_immediately                     = false
  auto_minor_version_upgrade            = true
  backup_retention_period               = 7
  copy_tags_to_snapshot                 = true
  db_name                               = "app"
  db_subnet_group_name                  = aws_db_subnet_group.app_database_subnet_group.name
  delete_automated_backups              = false
  deletion_protection                   = true
  enabled_cloudwatch_logs_exports       = ["postgresql", "upgrade"]
  engine                                = "postgres"
  engine_version                        = "17"
  final_snapshot_identifier             = "uat-app-final"
  iam_database_authentication_enabled   = true
  identifier                            = "uat-app"
  instance_class                        = "db.t4g.medium"
  kms_key_id                            = aws_kms_key.app_database_key.arn
  manage_master_user_password           = true
  master_user_secret_kms_key_id         = aws_kms_key.app_database_key.arn
  max_allocated_storage                 = 100
  monitoring_interval                   = 60
  monitoring_role_arn                   = aws_iam_role.app_database_monitoring_role.arn
  multi_az                              = true
  parameter_group_name                  = aws_db_parameter_group.app_database_parameter_group.name
  performance_insights_enabled          = true
  performance_insights_kms_key_id       = aws_kms_key.app_database_key.arn
  performance_insights_retention_period = 7
  port                                  = 5432
  publicly_accessible                   = false
  skip_final_snapshot                   = false
  storage_encrypted                     = true
  storage_type                          = "gp3"
  username                              = "app_owner"
  vpc_security_group_ids                = [aws_security_group.app_database_security_group.id]

  depends_on = [
    aws_cloudwatch_log_group.app_database_logs_postgresql,
    aws_cloudwatch_log_group.app_database_logs_upgrade,
    aws_iam_role_policy_attachment.app_database_monitoring_policy,
  ]
}

# app-database/PasswordRotation
resource "aws_secretsmanager_secret_rotation" "app_database_password_rotation" {
  rotate_immediately = false
  secret_id          = aws_db_instance.app_database.master_user_secret[0].secret_arn

  rotation_rules {
    automatically_after_days = 365
  }
}

# cross-stack-output-aws_db_instance.app_database.address
output "aws_db_instance_app_database_address" {
  value     = aws_db_instance.app_database.address
  sensitive = true
}

# cross-stack-output-aws_db_instance.app_database.master_user_secret[0].secret_arn
output "aws_db_instance_app_database_master_user_secret_0_secret_arn" {
  value     = aws_db_instance.app_database.master_user_secret[0].secret_arn
  sensitive = true
}

# cross-stack-output-aws_kms_key.app_database_key.arn
output "aws_kms_key_app_database_key_arn" {
  value     = aws_kms_key.app_database_key.arn
  sensitive = true
}

# cross-stack-output-aws_security_group.app_database_security_group.id
output "aws_security_group_app_database_security_group_id" {
  value     = aws_security_group.app_database_security_group.id
  sensitive = true
}

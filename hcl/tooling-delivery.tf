# Stack tooling-delivery, written for review: Terraform applies the JSON of the same stack.

terraform {
  required_version = ">= 1.10.0"

  required_providers {
    aws = {
      version = "6.25.0"
      source  = "aws"
    }
  }

  backend "local" {
    path = "../../../terraform.tooling-delivery.tfstate"
  }
}

# Aws
provider "aws" {
  allowed_account_ids = ["999999999999"]
  region              = "eu-west-1"

  default_tags {
    tags = {
      Team        = "platform"
      Environment = "tooling"
      ManagedBy   = "terraform"
    }
  }
}

# ImageKey/PolicyDocument
data "aws_iam_policy_document" "image_key_policy_document" {
  statement {
    actions   = ["kms:*"]
    resources = ["*"]
    sid       = "AccountDecidesByPolicy"

    principals {
      identifiers = ["arn:aws:iam::999999999999:root"]
      type        = "AWS"
    }
  }
}

# ImageKey/Resource
resource "aws_kms_key" "image_key" {
  deletion_window_in_days = 30
  description             = "Images in ECR"
  enable_key_rotation     = true
  policy                  = data.aws_iam_policy_document.image_key_policy_document.json

  lifecycle {
    prevent_destroy = true
  }
}

# ImageKey/Alias
resource "aws_kms_alias" "image_key_alias" {
  name          = "alias/images"
  target_key_id = aws_kms_key.image_key.key_id
}

# OidcProviders/gitlab-com
resource "aws_iam_openid_connect_provider" "oidc_providers_gitlab_com" {
  client_id_list = ["https://gitlab.com"]
  url            = "https://gitlab.com"
}

# backend-images/Resource
resource "aws_ecr_repository" "backend_images" {
  force_delete         = false
  image_tag_mutability = "IMMUTABLE_WITH_EXCLUSION"
  name                 = "backend"

  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = aws_kms_key.image_key.arn
  }

  image_scanning_configuration {
    scan_on_push = true
  }

  image_tag_mutability_exclusion_filter {
    filter      = "dev"
    filter_type = "WILDCARD"
  }

  image_tag_mutability_exclusion_filter {
    filter      = "sit"
    filter_type = "WILDCARD"
  }

  image_tag_mutability_exclusion_filter {
    filter      = "uat"
    filter_type = "WILDCARD"
  }

  image_tag_mutability_exclusion_filter {
    filter      = "prod"
    filter_type = "WILDCARD"
  }

  lifecycle {
    prevent_destroy = true
  }
}

# backend-images/LifecycleRules
locals {
  backend_images_lifecycle_rules = {
    rules = [
      {
        rulePriority = 1
        description  = "Keep what dev runs"
        selection = {
          tagStatus      = "tagged"
          tagPatternList = ["dev"]
          countType      = "imageCountMoreThan"
          countNumber    = 9999
        }
        action = {
          type = "expire"
        }
      },
      {
        rulePriority = 2
        description  = "Keep what sit runs"
        selection = {
          tagStatus      = "tagged"
          tagPatternList = ["sit"]
          countType      = "imageCountMoreThan"
          countNumber    = 9999
        }
        action = {
          type = "expire"
        }
      },
      {
        rulePriority = 3
        description  = "Keep what uat runs"
        selection = {
          tagStatus      = "tagged"
          tagPatternList = ["uat"]
          countType      = "imageCountMoreThan"
          countNumber    = 9999
        }
        action = {
          type = "expire"
        }
      },
      {
        rulePriority = 4
        description  = "Keep what prod runs"
        selection = {
          tagStatus      = "tagged"
          tagPatternList = ["prod"]
          countType      = "imageCountMoreThan"
          countNumber    = 9999
        }
        action = {
          type = "expire"
        }
      },
      {
        rulePriority = 96
        description  = "Keep the newest 100 images that were healthy in prod"
        selection = {
          tagStatus      = "tagged"
          tagPatternList = ["healthy-prod-*"]
          countType      = "imageCountMoreThan"
          countNumber    = 100
        }
        action = {
          type = "expire"
        }
      },
      {
        rulePriority = 97
        description  = "Keep the newest 100 images that were healthy in uat"
        selection = {
          tagStatus      = "tagged"
          tagPatternList = ["healthy-uat-*"]
          countType      = "imageCountMoreThan"
          countNumber    = 100
        }
        action = {
          type = "expire"
        }
      },
      {
        rulePriority = 98
        description  = "Keep the newest 100 images that were healthy in sit"
        selection = {
          tagStatus      = "tagged"
          tagPatternList = ["healthy-sit-*"]
          countType      = "imageCountMoreThan"
          countNumber    = 100
        }
        action = {
          type = "expire"
        }
      },
      {
        rulePriority = 99
        description  = "Keep the newest 100 images that were healthy in dev"
        selection = {
          tagStatus      = "tagged"
          tagPatternList = ["healthy-dev-*"]
          countType      = "imageCountMoreThan"
          countNumber    = 100
        }
        action = {
          type = "expire"
        }
      },
      {
        rulePriority = 100
        description  = "Forget images that lost their tags"
        selection = {
          tagStatus   = "untagged"
          countType   = "sinceImagePushed"
          countUnit   = "days"
          countNumber = 14
        }
        action = {
          type = "expire"
        }
      },
      {
        rulePriority = 200
        description  = "Keep the newest 200 images that no environment ran"
        selection = {
          tagStatus   = "any"
          countType   = "imageCountMoreThan"
          countNumber = 200
        }
        action = {
          type = "expire"
        }
      },
    ]
  }
}

# backend-images/Lifecycle
resource "aws_ecr_lifecycle_policy" "backend_images_lifecycle" {
  policy     = jsonencode(local.backend_images_lifecycle_rules)
  repository = aws_ecr_repository.backend_images.name
}

# backend-images/PolicyDocument
data "aws_iam_policy_document" "backend_images_policy_document" {
  statement {
    actions = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
    sid     = "EnvironmentsPull"

    principals {
      identifiers = [
        "arn:aws:iam::111111111111:root",
        "arn:aws:iam::222222222222:root",
        "arn:aws:iam::333333333333:root",
        "arn:aws:iam::444444444444:root",
      ]
      type = "AWS"
    }
  }

  statement {
    actions = ["ecr:DescribeImages", "ecr:PutImage"]
    sid     = "DeploysRecord"

    condition {
      test = "ArnEquals"
      values = [
        "arn:aws:iam::111111111111:role/dev-backend-deploy",
        "arn:aws:iam::222222222222:role/sit-backend-deploy",
        "arn:aws:iam::333333333333:role/uat-backend-deploy",
        "arn:aws:iam::444444444444:role/prod-backend-deploy",
      ]
      variable = "aws:PrincipalArn"
    }

    principals {
      identifiers = [
        "arn:aws:iam::111111111111:root",
        "arn:aws:iam::222222222222:root",
        "arn:aws:iam::333333333333:root",
        "arn:aws:iam::444444444444:root",
      ]
      type = "AWS"
    }
  }
}

# backend-images/Policy
resource "aws_ecr_repository_policy" "backend_images_policy" {
  policy     = data.aws_iam_policy_document.backend_images_policy_document.json
  repository = aws_ecr_repository.backend_images.name
}

# backend-push-role/Trust
data "aws_iam_policy_document" "backend_push_role_trust" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    condition {
      test     = "StringEquals"
      values   = ["https://gitlab.com"]
      variable = "gitlab.com:aud"
    }

    condition {
      test = "StringEquals"
      values = [
        "project_path:shop/shop:ref_type:branch:ref:develop",
        "project_path:shop/shop:ref_type:branch:ref:main",
      ]
      variable = "gitlab.com:sub"
    }

    principals {
      identifiers = ["arn:aws:iam::999999999999:oidc-provider/gitlab.com"]
      type        = "Federated"
    }
  }
}

# backend-push-role/Resource
resource "aws_iam_role" "backend_push_role" {
  assume_role_policy = data.aws_iam_policy_document.backend_push_role_trust.json
  description        = "Pushes images of backend"
  name               = "backend-push"

  depends_on = [aws_iam_openid_connect_provider.oidc_providers_gitlab_com]
}

# backend-push-role/PolicyDocument
data "aws_iam_policy_document" "backend_push_role_policy_document" {
  statement {
    actions   = ["ecr:GetAuthorizationToken"]
    resources = ["*"]
    sid       = "LogInToRegistry"
  }

  statement {
    actions = [
      "ecr:BatchCheckLayerAvailability",
      "ecr:BatchGetImage",
      "ecr:CompleteLayerUpload",
      "ecr:DescribeImages",
      "ecr:GetDownloadUrlForLayer",
      "ecr:InitiateLayerUpload",
      "ecr:PutImage",
      "ecr:UploadLayerPart",
    ]
    resources = [aws_ecr_repository.backend_images.arn]
    sid       = "PushImages"
  }
}

# backend-push-role/Policy
resource "aws_iam_role_policy" "backend_push_role_policy" {
  name   = "policy"
  policy = data.aws_iam_policy_document.backend_push_role_policy_document.json
  role   = aws_iam_role.backend_push_role.name
}

# frontend-images/Resource
resource "aws_ecr_repository" "frontend_images" {
  force_delete         = false
  image_tag_mutability = "IMMUTABLE_WITH_EXCLUSION"
  name                 = "frontend"

  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = aws_kms_key.image_key.arn
  }

  image_scanning_configuration {
    scan_on_push = true
  }

  image_tag_mutability_exclusion_filter {
    filter      = "dev"
    filter_type = "WILDCARD"
  }

  image_tag_mutability_exclusion_filter {
    filter      = "sit"
    filter_type = "WILDCARD"
  }

  image_tag_mutability_exclusion_filter {
    filter      = "uat"
    filter_type = "WILDCARD"
  }

  image_tag_mutability_exclusion_filter {
    filter      = "prod"
    filter_type = "WILDCARD"
  }

  lifecycle {
    prevent_destroy = true
  }
}

# frontend-images/LifecycleRules
locals {
  frontend_images_lifecycle_rules = {
    rules = [
      {
        rulePriority = 1
        description  = "Keep what dev runs"
        selection = {
          tagStatus      = "tagged"
          tagPatternList = ["dev"]
          countType      = "imageCountMoreThan"
          countNumber    = 9999
        }
        action = {
          type = "expire"
        }
      },
      {
        rulePriority = 2
        description  = "Keep what sit runs"
        selection = {
          tagStatus      = "tagged"
          tagPatternList = ["sit"]
          countType      = "imageCountMoreThan"
          countNumber    = 9999
        }
        action = {
          type = "expire"
        }
      },
      {
        rulePriority = 3
        description  = "Keep what uat runs"
        selection = {
          tagStatus      = "tagged"
          tagPatternList = ["uat"]
          countType      = "imageCountMoreThan"
          countNumber    = 9999
        }
        action = {
          type = "expire"
        }
      },
      {
        rulePriority = 4
        description  = "Keep what prod runs"
        selection = {
          tagStatus      = "tagged"
          tagPatternList = ["prod"]
          countType      = "imageCountMoreThan"
          countNumber    = 9999
        }
        action = {
          type = "expire"
        }
      },
      {
        rulePriority = 96
        description  = "Keep the newest 100 images that were healthy in prod"
        selection = {
          tagStatus      = "tagged"
          tagPatternList = ["healthy-prod-*"]
          countType      = "imageCountMoreThan"
          countNumber    = 100
        }
        action = {
          type = "expire"
        }
      },
      {
        rulePriority = 97
        description  = "Keep the newest 100 images that were healthy in uat"
        selection = {
          tagStatus      = "tagged"
          tagPatternList = ["healthy-uat-*"]
          countType      = "imageCountMoreThan"
          countNumber    = 100
        }
        action = {
          type = "expire"
        }
      },
      {
        rulePriority = 98
        description  = "Keep the newest 100 images that were healthy in sit"
        selection = {
          tagStatus      = "tagged"
          tagPatternList = ["healthy-sit-*"]
          countType      = "imageCountMoreThan"
          countNumber    = 100
        }
        action = {
          type = "expire"
        }
      },
      {
        rulePriority = 99
        description  = "Keep the newest 100 images that were healthy in dev"
        selection = {
          tagStatus      = "tagged"
          tagPatternList = ["healthy-dev-*"]
          countType      = "imageCountMoreThan"
          countNumber    = 100
        }
        action = {
          type = "expire"
        }
      },
      {
        rulePriority = 100
        description  = "Forget images that lost their tags"
        selection = {
          tagStatus   = "untagged"
          countType   = "sinceImagePushed"
          countUnit   = "days"
          countNumber = 14
        }
        action = {
          type = "expire"
        }
      },
      {
        rulePriority = 200
        description  = "Keep the newest 200 images that no environment ran"
        selection = {
          tagStatus   = "any"
          countType   = "imageCountMoreThan"
          countNumber = 200
        }
        action = {
          type = "expire"
        }
      },
    ]
  }
}

# frontend-images/Lifecycle
resource "aws_ecr_lifecycle_policy" "frontend_images_lifecycle" {
  policy     = jsonencode(local.frontend_images_lifecycle_rules)
  repository = aws_ecr_repository.frontend_images.name
}

# frontend-images/PolicyDocument
data "aws_iam_policy_document" "frontend_images_policy_document" {
  statement {
    actions = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
    sid     = "EnvironmentsPull"

    principals {
      identifiers = [
        "arn:aws:iam::111111111111:root",
        "arn:aws:iam::222222222222:root",
        "arn:aws:iam::333333333333:root",
        "arn:aws:iam::444444444444:root",
      ]
      type = "AWS"
    }
  }

  statement {
    actions = ["ecr:DescribeImages", "ecr:PutImage"]
    sid     = "DeploysRecord"

    condition {
      test = "ArnEquals"
      values = [
        "arn:aws:iam::111111111111:role/dev-frontend-deploy",
        "arn:aws:iam::222222222222:role/sit-frontend-deploy",
        "arn:aws:iam::333333333333:role/uat-frontend-deploy",
        "arn:aws:iam::444444444444:role/prod-frontend-deploy",
      ]
      variable = "aws:PrincipalArn"
    }

    principals {
      identifiers = [
        "arn:aws:iam::111111111111:root",
        "arn:aws:iam::222222222222:root",
        "arn:aws:iam::333333333333:root",
        "arn:aws:iam::444444444444:root",
      ]
      type = "AWS"
    }
  }
}

# frontend-images/Policy
resource "aws_ecr_repository_policy" "frontend_images_policy" {
  policy     = data.aws_iam_policy_document.frontend_images_policy_document.json
  repository = aws_ecr_repository.frontend_images.name
}

# frontend-push-role/Trust
data "aws_iam_policy_document" "frontend_push_role_trust" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    condition {
      test     = "StringEquals"
      values   = ["https://gitlab.com"]
      variable = "gitlab.com:aud"
    }

    condition {
      test = "StringEquals"
      values = [
        "project_path:shop/shop:ref_type:branch:ref:develop",
        "project_path:shop/shop:ref_type:branch:ref:main",
      ]
      variable = "gitlab.com:sub"
    }

    principals {
      identifiers = ["arn:aws:iam::999999999999:oidc-provider/gitlab.com"]
      type        = "Federated"
    }
  }
}

# frontend-push-role/Resource
resource "aws_iam_role" "frontend_push_role" {
  assume_role_policy = data.aws_iam_policy_document.frontend_push_role_trust.json
  description        = "Pushes images of frontend"
  name               = "frontend-push"

  depends_on = [aws_iam_openid_connect_provider.oidc_providers_gitlab_com]
}

# frontend-push-role/PolicyDocument
data "aws_iam_policy_document" "frontend_push_role_policy_document" {
  statement {
    actions   = ["ecr:GetAuthorizationToken"]
    resources = ["*"]
    sid       = "LogInToRegistry"
  }

  statement {
    actions = [
      "ecr:BatchCheckLayerAvailability",
      "ecr:BatchGetImage",
      "ecr:CompleteLayerUpload",
      "ecr:DescribeImages",
      "ecr:GetDownloadUrlForLayer",
      "ecr:InitiateLayerUpload",
      "ecr:PutImage",
      "ecr:UploadLayerPart",
    ]
    resources = [aws_ecr_repository.frontend_images.arn]
    sid       = "PushImages"
  }
}

# frontend-push-role/Policy
resource "aws_iam_role_policy" "frontend_push_role_policy" {
  name   = "policy"
  policy = data.aws_iam_policy_document.frontend_push_role_policy_document.json
  role   = aws_iam_role.frontend_push_role.name
}

# otel-collector-images/Resource
resource "aws_ecr_repository" "otel_collector_images" {
  force_delete         = false
  image_tag_mutability = "IMMUTABLE"
  name                 = "otel-collector"

  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = aws_kms_key.image_key.arn
  }

  image_scanning_configuration {
    scan_on_push = true
  }

  lifecycle {
    prevent_destroy = true
  }
}

# otel-collector-images/LifecycleRules
locals {
  otel_collector_images_lifecycle_rules = {
    rules = [
      {
        rulePriority = 100
        description  = "Forget images that lost their tags"
        selection = {
          tagStatus   = "untagged"
          countType   = "sinceImagePushed"
          countUnit   = "days"
          countNumber = 14
        }
        action = {
          type = "expire"
        }
      },
      {
        rulePriority = 200
        description  = "Keep the newest 200 images that no environment ran"
        selection = {
          tagStatus   = "any"
          countType   = "imageCountMoreThan"
          countNumber = 200
        }
        action = {
          type = "expire"
        }
      },
    ]
  }
}

# otel-collector-images/Lifecycle
resource "aws_ecr_lifecycle_policy" "otel_collector_images_lifecycle" {
  policy     = jsonencode(local.otel_collector_images_lifecycle_rules)
  repository = aws_ecr_repository.otel_collector_images.name
}

# otel-collector-images/PolicyDocument
data "aws_iam_policy_document" "otel_collector_images_policy_document" {
  statement {
    actions = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
    sid     = "EnvironmentsPull"

    principals {
      identifiers = [
        "arn:aws:iam::111111111111:root",
        "arn:aws:iam::222222222222:root",
        "arn:aws:iam::333333333333:root",
        "arn:aws:iam::444444444444:root",
      ]
      type = "AWS"
    }
  }
}

# otel-collector-images/Policy
resource "aws_ecr_repository_policy" "otel_collector_images_policy" {
  policy     = data.aws_iam_policy_document.otel_collector_images_policy_document.json
  repository = aws_ecr_repository.otel_collector_images.name
}

# seed-images/Resource
resource "aws_ecr_repository" "seed_images" {
  force_delete         = false
  image_tag_mutability = "IMMUTABLE"
  name                 = "seed"

  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = aws_kms_key.image_key.arn
  }

  image_scanning_configuration {
    scan_on_push = true
  }

  lifecycle {
    prevent_destroy = true
  }
}

# seed-images/LifecycleRules
locals {
  seed_images_lifecycle_rules = {
    rules = [
      {
        rulePriority = 100
        description  = "Forget images that lost their tags"
        selection = {
          tagStatus   = "untagged"
          countType   = "sinceImagePushed"
          countUnit   = "days"
          countNumber = 14
        }
        action = {
          type = "expire"
        }
      },
      {
        rulePriority = 200
        description  = "Keep the newest 200 images that no environment ran"
        selection = {
          tagStatus   = "any"
          countType   = "imageCountMoreThan"
          countNumber = 200
        }
        action = {
          type = "expire"
        }
      },
    ]
  }
}

# seed-images/Lifecycle
resource "aws_ecr_lifecycle_policy" "seed_images_lifecycle" {
  policy     = jsonencode(local.seed_images_lifecycle_rules)
  repository = aws_ecr_repository.seed_images.name
}

# seed-images/PolicyDocument
data "aws_iam_policy_document" "seed_images_policy_document" {
  statement {
    actions = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
    sid     = "EnvironmentsPull"

    principals {
      identifiers = [
        "arn:aws:iam::111111111111:root",
        "arn:aws:iam::222222222222:root",
        "arn:aws:iam::333333333333:root",
        "arn:aws:iam::444444444444:root",
      ]
      type = "AWS"
    }
  }
}

# seed-images/Policy
resource "aws_ecr_repository_policy" "seed_images_policy" {
  policy     = data.aws_iam_policy_document.seed_images_policy_document.json
  repository = aws_ecr_repository.seed_images.name
}

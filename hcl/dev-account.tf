# Stack dev-account, written for review: Terraform applies the JSON of the same stack.

terraform {
  required_version = ">= 1.10.0"

  required_providers {
    aws = {
      version = "6.25.0"
      source  = "aws"
    }
  }

  backend "local" {
    path = "../../../terraform.dev-account.tfstate"
  }
}

# Aws
provider "aws" {
  allowed_account_ids = ["111111111111"]
  region              = "eu-west-1"

  default_tags {
    tags = {
      Team        = "shop"
      CostCenter  = "development"
      Environment = "dev"
      ManagedBy   = "terraform"
    }
  }
}

# OidcProviders/gitlab-com
resource "aws_iam_openid_connect_provider" "oidc_providers_gitlab_com" {
  client_id_list = ["https://gitlab.com"]
  url            = "https://gitlab.com"
}

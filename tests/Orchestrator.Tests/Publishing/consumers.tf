terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.100"
    }
  }
}

provider "aws" {
  region = "eu-central-1"
}

provider "aws" {
  alias                       = "ireland"
  region                      = "eu-west-1"
  access_key                  = "made-up"
  secret_key                  = "made-up"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
}

variable "services" {
  type    = set(string)
  default = ["app", "admin"]
}

# A map whose values are known only after the apply.
module "groups" {
  source   = "../modules/security-group/hcl"
  for_each = var.services

  name   = each.key
  vpc_id = "vpc-0a1b2c3d4e5f60718"
  ingress = {
    http = { port = 8080, security_group_id = aws_security_group.edge.id }
  }
}

resource "aws_security_group" "edge" {
  name_prefix = "edge-"
  vpc_id      = "vpc-0a1b2c3d4e5f60718"
}

module "group" {
  source = "../modules/target-group/json"
  count  = 2

  name        = "group-${count.index}"
  target_type = "ip"
  port        = 8080 + count.index
  vpc_id      = "vpc-0a1b2c3d4e5f60718"

  depends_on = [aws_security_group.edge]
}

module "elsewhere" {
  source = "../modules/application-load-balancer/hcl"

  providers = {
    aws = aws.ireland
  }

  name               = "elsewhere"
  internal           = true
  subnet_ids         = ["subnet-0a1b2c3d4e5f60001", "subnet-0a1b2c3d4e5f60002"]
  security_group_ids = [module.groups["app"].id]
  listeners = {
    http = {
      port           = 80
      protocol       = "HTTP"
      default_action = { forward = { arn = module.group[0].arn } }
      rules = {
        api = {
          conditions = { paths = ["/api/*"] }
          action     = { forward = { arn = module.group[1].arn } }
        }
      }
    }
  }
}

module "records" {
  source = "../modules/dns-records/hcl"

  records = {
    www = {
      name    = "www.example.com"
      zone_id = "Z0123456789ABCDEFGHIJ"
      alias   = { dns_name = module.elsewhere.dns_name, zone_id = module.elsewhere.zone_id }
    }
  }
}

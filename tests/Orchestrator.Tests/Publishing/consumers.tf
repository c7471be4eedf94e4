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

module "balancer" {
  source = "../modules/application-load-balancer/hcl"

  name               = "shop"
  internal           = true
  subnet_ids         = ["subnet-0a1b2c3d4e5f60001", "subnet-0a1b2c3d4e5f60002"]
  security_group_ids = [aws_security_group.edge.id]
  vpc_id             = "vpc-0a1b2c3d4e5f60718"
  target_groups = {
    app = { target_type = "ip", port = 8080 }
  }
  listeners = {
    http = {
      port           = 80
      protocol       = "HTTP"
      default_action = { forward = { key = "app" } }
    }
  }
}

resource "aws_ecs_cluster" "shop" {
  name = "shop"
}

resource "aws_ecr_repository" "shop" {
  name = "shop"
}

resource "aws_secretsmanager_secret" "shop" {
  name_prefix = "shop-"
}

resource "aws_iam_role" "shop" {
  name_prefix        = "shop-"
  assume_role_policy = "{}"
}

# A service in the load balancer's target group, nearly all of which is known only after the apply.
module "service" {
  source = "../modules/fargate-service/hcl"

  name        = "shop"
  region      = "eu-central-1"
  cluster_arn = aws_ecs_cluster.shop.arn
  cpu         = 256
  memory_mib  = 512
  containers = {
    app = {
      image         = "${aws_ecr_repository.shop.repository_url}:1.0"
      environment   = { DNS_NAME = module.balancer.dns_name }
      secrets       = { PASSWORD = "${aws_secretsmanager_secret.shop.arn}:password::" }
      port_mappings = [{ container_port = 8080 }]
    }
  }
  task_role           = { arn = aws_iam_role.shop.arn }
  ecr_repository_arns = [aws_ecr_repository.shop.arn]
  subnet_ids          = ["subnet-0a1b2c3d4e5f60001", "subnet-0a1b2c3d4e5f60002"]
  security_group_ids  = [module.groups["app"].id]
  target_groups       = [{ target_group_arn = module.balancer.target_group_arns["app"], container = "app", container_port = 8080 }]
  scaling = {
    min_capacity = 1
    max_capacity = 4
    target_tracking = {
      requests = {
        metric            = "requestsPerTarget"
        target_value      = 1000
        target_group_arn  = module.balancer.target_group_arns["app"]
        load_balancer_arn = module.balancer.arn
      }
    }
  }
}

# Without a log group or an image of ECR there is a secret alone to know the role by.
module "daemon" {
  source = "../modules/ec2-service/hcl"

  name         = "agent"
  region       = "eu-central-1"
  cluster_arn  = aws_ecs_cluster.shop.arn
  network_mode = "host"
  containers = {
    agent = {
      image      = "agent:1.0"
      memory_mib = 128
      secrets    = { TOKEN = aws_secretsmanager_secret.shop.arn }
      log        = { log_driver = "journald" }
    }
  }
  scheduling_strategy = "DAEMON"
}

resource "aws_lb" "shop" {
  internal        = true
  security_groups = [aws_security_group.edge.id]
  subnets         = ["subnet-0a1b2c3d4e5f60001", "subnet-0a1b2c3d4e5f60002"]
}

resource "aws_kms_key" "state" {}

resource "aws_sns_topic" "alarms" {}

module "static" {
  source   = "../modules/static-ip-alb/json"
  for_each = toset(["albTarget", "lambdaSync"])

  name                               = "static-${lower(each.key)}"
  mode                               = each.key
  application_load_balancer_arn      = aws_lb.shop.arn
  application_load_balancer_dns_name = aws_lb.shop.dns_name
  vpc_id                             = "vpc-0a1b2c3d4e5f60718"
  internal                           = false
  subnet_mappings = {
    eu-central-1a = { subnet_id = "subnet-0a1b2c3d4e5f60001" }
    eu-central-1b = { subnet_id = "subnet-0a1b2c3d4e5f60002" }
  }
  allow_from = {
    office = { cidr_ipv4 = "203.0.113.0/24" }
    ci     = { security_group_id = aws_security_group.edge.id }
  }
  allow_to = {
    shop = { security_group_id = aws_security_group.edge.id }
  }
  ports  = { https = { port = 443 }, http = { port = 80 } }
  sync   = { state_bucket = { kms_key = { arn = aws_kms_key.state.arn } } }
  alarms = { topic = { arn = aws_sns_topic.alarms.arn } }
}

resource "aws_vpc_security_group_ingress_rule" "shop" {
  security_group_id            = aws_security_group.edge.id
  referenced_security_group_id = module.static["albTarget"].security_group_id
  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443
}

resource "aws_sqs_queue" "failed" {}

module "scan" {
  source = "../modules/event-task/hcl"

  name        = "scan"
  region      = "eu-central-1"
  cluster_arn = "arn:aws:ecs:eu-central-1:111122223333:cluster/shop"
  events = {
    event_pattern = jsonencode({ source = ["aws.ecr"], detail = { queue = [aws_sqs_queue.failed.arn] } })
    input_paths   = { image = "$.detail.repository-name" }
  }
  overrides          = { scan = { environment = { IMAGE = "<image>" } } }
  cpu                = 256
  memory_mib         = 512
  containers         = { scan = { image = "scan:1.0" } }
  subnet_ids         = ["subnet-0a1b2c3d4e5f60001"]
  security_group_ids = [aws_security_group.edge.id]
  dead_letter_queue  = { arn = aws_sqs_queue.failed.arn }
}

resource "aws_cognito_user_pool" "shop" {
  name = "shop"
}

resource "aws_cognito_user_pool_client" "shop" {
  name            = "shop"
  user_pool_id    = aws_cognito_user_pool.shop.id
  generate_secret = true
}

resource "aws_lambda_function" "report" {
  function_name = "report"
  role          = aws_iam_role.shop.arn
  package_type  = "Image"
  image_uri     = "${aws_ecr_repository.shop.repository_url}:report"
}

# Endpoints, a secret and a function that are known only after the apply.
module "members" {
  source = "../modules/application-load-balancer/json"

  name               = "members"
  internal           = false
  subnet_ids         = ["subnet-0a1b2c3d4e5f60001", "subnet-0a1b2c3d4e5f60002"]
  security_group_ids = [aws_security_group.edge.id]
  vpc_id             = "vpc-0a1b2c3d4e5f60718"
  target_groups = {
    app    = { target_type = "ip", port = 8080, targets = { first = { target_id = "10.0.1.10" } } }
    report = { target_type = "lambda", targets = { report = { target_id = aws_lambda_function.report.arn } } }
  }
  listeners = {
    https = {
      port            = 443
      protocol        = "HTTPS"
      certificate_arn = "arn:aws:acm:eu-central-1:111122223333:certificate/0a1b2c3d-0000-1111-2222-333344445555"
      default_action = {
        authenticate_oidc = {
          issuer                 = "https://${aws_cognito_user_pool.shop.endpoint}"
          authorization_endpoint = "https://${aws_cognito_user_pool.shop.endpoint}/oauth2/authorize"
          token_endpoint         = "https://${aws_cognito_user_pool.shop.endpoint}/oauth2/token"
          user_info_endpoint     = "https://${aws_cognito_user_pool.shop.endpoint}/oauth2/userInfo"
          client_id              = aws_cognito_user_pool_client.shop.id
          client_secret_key      = "shop"
        }
        forward = { key = "app" }
      }
      rules = {
        report = {
          conditions = { paths = ["/report"] }
          action     = { forward = { key = "report" } }
        }
      }
    }
  }
  oidc_client_secrets = { shop = aws_cognito_user_pool_client.shop.client_secret }
}

module "function" {
  source = "../modules/target-group/hcl"

  name        = "report"
  target_type = "lambda"
  targets     = { report = { target_id = aws_lambda_function.report.arn } }
}

# An output with something sensitive in it would be refused.
output "members" {
  value = module.members
}

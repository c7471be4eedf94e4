#!/usr/bin/env bash
# hashicorp/aws 5.100.0 (run by Terraform 1.11.4): a target group's health check cannot go from HTTP to TCP, not even where the group is replaced.
#
# The plan-time validation of aws_lb_target_group looks at the planned health check, into which the old one's path and matcher are carried over
# because both are optional and computed. Neither is written in the configuration, and yet the provider says that it "cannot be specified". A change of
# `name`, which replaces the group and so has nothing to carry over, is refused in the same way; only a new address (or a tainted instance) is planned.
# That a forced replacement starts from nothing is what one expects: the same configuration without a state is planned.
#
# Output seen on 2026-11-30:
#   without a state: planned
#   same name: Attribute "health_check[0].matcher" cannot be specified when "health_check[0].protocol" is "TCP".
#   another name: Attribute "health_check[0].matcher" cannot be specified when "health_check[0].protocol" is "TCP".
#   tainted, another name: planned
#
# Takes the provider from the registry, or from a mirror on the disk that ORCHESTRATOR_PROVIDER_MIRROR or the root's subdirectories have.
set -euo pipefail

script=$(realpath "$0")
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
cd "$directory"
export CHECKPOINT_DISABLE=1 TF_IN_AUTOMATION=1

mirror=${ORCHESTRATOR_PROVIDER_MIRROR:-$(find / -maxdepth 5 -type d -path '*/registry.terraform.io/hashicorp/aws' -not -path '/proc/*' -print -quit 2>/dev/null | sed 's|/registry.terraform.io/hashicorp/aws$||' || true)}
settings=$directory/settings.tfrc
if [ -n "$mirror" ]; then
  printf 'provider_installation {\n  filesystem_mirror {\n    path    = "%s"\n    include = ["registry.terraform.io/*/*"]\n  }\n}\n' "$mirror" > "$settings"
else
  : > "$settings"
fi
export TF_CLI_CONFIG_FILE=$settings

# The configuration with a name of the group.
write() {
  cat > main.tf <<EOF
terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }
}

provider "aws" {
  region                      = "eu-central-1"
  access_key                  = "made-up"
  secret_key                  = "made-up"
  skip_credentials_validation = true
  skip_metadata_api_check     = "true"
  skip_requesting_account_id  = true
}

resource "aws_lb_target_group" "app" {
  name        = "$1"
  port        = 80
  protocol    = "TCP"
  target_type = "ip"
  vpc_id      = "vpc-0a1b2c3d4e5f60718"

  health_check {
    protocol = "TCP"
  }
}
EOF
}

# The state of a group that is checked by HTTP; the status makes it tainted.
state() {
  cat > terraform.tfstate <<EOF
{
  "version": 4, "terraform_version": "1.11.4", "serial": 1, "lineage": "0a1b2c3d-0000-4000-8000-000000000000", "outputs": {},
  "resources": [{
    "mode": "managed", "type": "aws_lb_target_group", "name": "app", "provider": "provider[\"registry.terraform.io/hashicorp/aws\"]",
    "instances": [{ "schema_version": 0, $1 "attributes": {
      "id": "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/app/0123456789abcdef",
      "arn": "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/app/0123456789abcdef",
      "name": "app", "port": 80, "protocol": "TCP", "target_type": "ip", "vpc_id": "vpc-0a1b2c3d4e5f60718",
      "health_check": [{ "enabled": true, "healthy_threshold": 3, "interval": 30, "matcher": "200-399", "path": "/health", "port": "traffic-port", "protocol": "HTTP", "timeout": 6, "unhealthy_threshold": 3 }]
    } }]
  }]
}
EOF
}

# What a plan comes to: planned, or what is refused.
plan() {
  if terraform plan -input=false -no-color -refresh=false > output 2>&1; then
    echo planned
  else
    grep -m 1 '^Attribute' output || { cat output >&2; exit 1; }
  fi
}

write app
terraform init -input=false -no-color > output 2>&1 || { cat output >&2; exit 1; }
{
  echo "without a state: $(plan)"
  state ''
  echo "same name: $(plan)"
  write app-2
  echo "another name: $(plan)"
  state '"status": "tainted",'
  echo "tainted, another name: $(plan)"
} | tee seen

diff <(sed -n '/^# Output seen/,/^#$/s/^#   //p' "$script") seen

#!/usr/bin/env bash
# hashicorp/aws 5.100.0 (run by Terraform 1.11.4): null as the value of a tag is no tag for aws_security_group, and a change for ever for its rules.
#
# `tags = { Name = null }` is the usual way to leave out a tag by a condition. aws_security_group, which is written with the provider's older SDK, takes
# it for no tag, and plans nothing over a state without tags. aws_vpc_security_group_ingress_rule of the same provider, written with its newer framework,
# plans an update of tags, in the same configuration.
#
# Output seen on 2026-12-01:
#   aws_security_group.web: no-op
#   aws_vpc_security_group_ingress_rule.web: update
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

cat > main.tf <<'EOF'
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

resource "aws_security_group" "web" {
  name        = "web"
  description = "web"
  vpc_id      = "vpc-0a1b2c3d4e5f60718"
  tags        = { Name = null }
}

resource "aws_vpc_security_group_ingress_rule" "web" {
  security_group_id = aws_security_group.web.id
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "10.0.0.0/16"
  tags              = { Name = null }
}
EOF

cat > terraform.tfstate <<'EOF'
{
  "version": 4, "terraform_version": "1.11.4", "serial": 1, "lineage": "0a1b2c3d-0000-4000-8000-000000000000", "outputs": {},
  "resources": [
    { "mode": "managed", "type": "aws_security_group", "name": "web", "provider": "provider[\"registry.terraform.io/hashicorp/aws\"]", "instances": [{ "schema_version": 1, "attributes": {
      "id": "sg-0a1b2c3d4e5f60718", "arn": "arn:aws:ec2:eu-central-1:123456789012:security-group/sg-0a1b2c3d4e5f60718", "owner_id": "123456789012", "name": "web", "name_prefix": "", "description": "web",
      "vpc_id": "vpc-0a1b2c3d4e5f60718", "ingress": [], "egress": [], "revoke_rules_on_delete": false, "tags": {}, "tags_all": {}, "timeouts": null } }] },
    { "mode": "managed", "type": "aws_vpc_security_group_ingress_rule", "name": "web", "provider": "provider[\"registry.terraform.io/hashicorp/aws\"]", "instances": [{ "schema_version": 0, "attributes": {
      "id": "sgr-0a1b2c3d4e5f60718", "security_group_rule_id": "sgr-0a1b2c3d4e5f60718", "arn": "arn:aws:ec2:eu-central-1:123456789012:security-group-rule/sgr-0a1b2c3d4e5f60718", "security_group_id": "sg-0a1b2c3d4e5f60718",
      "ip_protocol": "tcp", "from_port": 443, "to_port": 443, "cidr_ipv4": "10.0.0.0/16", "cidr_ipv6": null, "prefix_list_id": null, "referenced_security_group_id": null, "description": null, "tags": null, "tags_all": {} } }] }
  ]
}
EOF

terraform init -input=false -no-color > log 2>&1 || { cat log; exit 1; }
terraform plan -input=false -no-color -refresh=false -out=plan > log 2>&1 || { cat log; exit 1; }
terraform show -json plan | tr '{' '\n' | sed -n 's/.*"actions":\["\([a-z-]*\)".*/\1/p' > actions
paste -d ' ' <(printf 'aws_security_group.web:\naws_vpc_security_group_ingress_rule.web:\n') actions | sed 's/^/  /' | tee seen
expected=$(sed -n '/^# Output seen/,/^#$/s/^#   /  /p' "$script")
[ "$(cat seen)" = "$expected" ] || { echo "the behaviour has changed"; exit 1; }

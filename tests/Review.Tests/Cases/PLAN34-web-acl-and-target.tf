resource "aws_wafv2_web_acl_association" "web" {
  resource_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/web/0123456789abcdef"
  web_acl_arn  = "arn:aws:wafv2:eu-central-1:123456789012:regional/webacl/web/0a1b2c3d-0000-4000-8000-000000000001" # before
  web_acl_arn  = "arn:aws:wafv2:eu-central-1:123456789012:regional/webacl/two/0a1b2c3d-0000-4000-8000-000000000002" # after
}

resource "aws_lb_target_group_attachment" "one" { # before
  target_group_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/app/0123456789abcdef" # before
  target_id        = "i-0a1b2c3d4e5f60001" # before
} # before

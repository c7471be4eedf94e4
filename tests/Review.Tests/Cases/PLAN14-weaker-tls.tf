resource "aws_lb_listener" "https" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/web/0123456789abcdef"
  port              = 443
  protocol          = "HTTPS"
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06" # before
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-0-2021-06" # after
  certificate_arn   = "arn:aws:acm:eu-central-1:123456789012:certificate/0a1b2c3d-0000-4000-8000-000000000001"
  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/app/0123456789abcdef"
  }
}

resource "aws_lb_listener" "added" {                                                                                           # after
  load_balancer_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/web/0123456789abcdef"            # after
  port              = 8443                                                                                                     # after
  protocol          = "HTTPS"                                                                                                  # after
  certificate_arn   = "arn:aws:acm:eu-central-1:123456789012:certificate/0a1b2c3d-0000-4000-8000-000000000001"                  # after
  default_action {                                                                                                             # after
    type             = "forward"                                                                                               # after
    target_group_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/app/0123456789abcdef"                # after
  }                                                                                                                            # after
}                                                                                                                              # after

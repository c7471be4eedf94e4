resource "aws_lb_listener" "web" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/web/0123456789abcdef"
  port              = 443                                                                             # before
  protocol          = "HTTPS"                                                                         # before
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"                                           # before
  certificate_arn   = "arn:aws:acm:eu-central-1:123456789012:certificate/0a1b2c3d-0000-4000-8000-01" # before
  port              = 80                                                                              # after
  protocol          = "HTTP"                                                                          # after
  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/app/0123456789abcdef"
  }
}

resource "aws_lb_listener" "https" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/web/0123456789abcdef"
  port              = 443
  protocol          = "HTTPS"
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"
  certificate_arn   = "arn:aws:acm:eu-central-1:123456789012:certificate/0a1b2c3d-0000-4000-8000-000000000001"
  default_action {                                                                                                # before
    type  = "authenticate-cognito"                                                                                 # before
    order = 1                                                                                                      # before
    authenticate_cognito {                                                                                        # before
      user_pool_arn       = "arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_example"          # before
      user_pool_client_id = "client"                                                                               # before
      user_pool_domain    = "login"                                                                                # before
    }                                                                                                             # before
  }                                                                                                               # before
  default_action {
    type             = "forward"
    order            = 2 # before
    order            = 1 # after
    target_group_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/app/0123456789abcdef"
  }
}

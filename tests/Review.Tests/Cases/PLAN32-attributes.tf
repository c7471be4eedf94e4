resource "aws_lb_target_group" "app" {
  name                 = "app-p32"
  port                 = 8080
  protocol             = "HTTP"
  vpc_id               = "vpc-0a1b2c3d4e5f60718"
  deregistration_delay = 300 # before
  deregistration_delay = 30  # after
  slow_start           = 60  # before
  stickiness {
    type            = "lb_cookie"
    cookie_duration = 3600
    enabled         = true  # before
    enabled         = false # after
  }
}

resource "aws_lb_target_group" "edge" {
  name               = "edge-p32"
  port               = 443
  protocol           = "TCP"
  vpc_id             = "vpc-0a1b2c3d4e5f60718"
  preserve_client_ip = true  # before
  preserve_client_ip = false # after
  proxy_protocol_v2  = false # before
  proxy_protocol_v2  = true  # after
}

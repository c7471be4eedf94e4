resource "aws_lb" "edge" {
  name               = "edge-p02s"
  load_balancer_type = "network"
  subnet_mapping {
    subnet_id     = "subnet-0a1b2c3d4e5f60001" # before
    subnet_id     = "subnet-0a1b2c3d4e5f60003" # after
    allocation_id = "eipalloc-0a1b2c3d4e5f60001"
  }
  subnet_mapping {
    subnet_id     = "subnet-0a1b2c3d4e5f60002"
    allocation_id = "eipalloc-0a1b2c3d4e5f60002"
  }
}

resource "aws_lb_listener" "tcp" {
  load_balancer_arn = aws_lb.edge.arn
  port              = 443
  protocol          = "TCP"
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.app.arn
  }
}

resource "aws_lb_target_group" "app" {
  name     = "app-p02s"
  port     = 443
  protocol = "TCP"
  vpc_id   = "vpc-0a1b2c3d4e5f60718"
}

resource "aws_instance" "web" {
  ami                     = "ami-0a1b2c3d4e5f60718"
  subnet_id               = "subnet-0a1b2c3d4e5f60001"
  instance_type           = "t4g.small" # before
  instance_type           = "t4g.large" # after
  disable_api_termination = true        # before
  disable_api_termination = false       # after
  lifecycle {
    ignore_changes = [ipv6_addresses, security_groups]
  }
}

resource "aws_lb_target_group" "web" {
  name     = "web-p55"
  port     = 8080
  protocol = "HTTP"
  vpc_id   = "vpc-0a1b2c3d4e5f60718"
}

resource "aws_lb_target_group_attachment" "web" {
  target_group_arn = aws_lb_target_group.web.arn
  target_id        = aws_instance.web.id
}

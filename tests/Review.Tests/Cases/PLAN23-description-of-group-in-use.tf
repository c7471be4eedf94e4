resource "aws_security_group" "web" {
  name        = "web-p23"
  description = "Web"          # before
  description = "Web, public"  # after
  vpc_id      = "vpc-0a1b2c3d4e5f60718"
}

resource "aws_lb" "web" {
  name            = "web-p23"
  subnets         = ["subnet-0a1b2c3d4e5f60001", "subnet-0a1b2c3d4e5f60002"]
  security_groups = [aws_security_group.web.id]
}

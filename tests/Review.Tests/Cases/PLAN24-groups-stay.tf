resource "aws_lb" "edge" {
  name               = "edge-p24"
  load_balancer_type = "network"
  subnets            = ["subnet-0a1b2c3d4e5f60001"]
  security_groups    = ["sg-0a1b2c3d4e5f60001"] # before
}

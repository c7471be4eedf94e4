resource "aws_lb" "edge" {
  name               = "edge-p04"     # before
  name               = "edge-p04-two" # after
  load_balancer_type = "network"
  subnet_mapping {
    subnet_id     = "subnet-0a1b2c3d4e5f60001"
    allocation_id = "eipalloc-0a1b2c3d4e5f60001"
  }
  lifecycle {
    create_before_destroy = true
  }
}

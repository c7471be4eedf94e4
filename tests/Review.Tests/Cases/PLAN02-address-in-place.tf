resource "aws_lb" "edge" {
  name               = "edge-p02"
  load_balancer_type = "network"
  internal           = true
  subnet_mapping {
    subnet_id            = "subnet-0a1b2c3d4e5f60001"
    private_ipv4_address = "10.0.1.10" # before
    private_ipv4_address = "10.0.1.11" # after
  }
}

resource "aws_eip" "edge" {
  domain                    = "vpc"
  network_border_group      = "eu-central-1"              # before
  network_border_group      = "eu-central-1-wl1-ber-wlz1" # after
}

resource "aws_lb" "edge" {
  name               = "edge-p01"
  load_balancer_type = "network"
  subnet_mapping {
    subnet_id     = "subnet-0a1b2c3d4e5f60001"
    allocation_id = aws_eip.edge.id
  }
}

resource "aws_globalaccelerator_accelerator" "edge" {
  name    = "edge-p48"
  enabled = true  # before
  enabled = false # after
}

resource "aws_vpc_endpoint_service" "edge" {
  acceptance_required        = true  # before
  acceptance_required        = false # after
  network_load_balancer_arns = ["arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/net/edge/0123456789abcdef"]
}

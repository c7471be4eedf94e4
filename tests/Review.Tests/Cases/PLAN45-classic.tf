resource "aws_elb" "old" {
  name               = "old-p45"
  availability_zones = ["eu-central-1a"]
  listener {
    instance_port     = 80
    instance_protocol = "http"
    lb_port           = 80   # before
    lb_port           = 8080 # after
    lb_protocol       = "http"
  }
}

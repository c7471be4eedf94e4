resource "aws_route53_record" "www" {
  zone_id = "Z0123456789ABCDEFGHIJ"
  name    = "www.example.org"
  type    = "A"
  alias {
    name                   = "web-1.eu-central-1.elb.amazonaws.com" # before
    name                   = "web-2.eu-central-1.elb.amazonaws.com" # after
    zone_id                = "Z215JYRZR1TBD5"
    evaluate_target_health = true  # before
    evaluate_target_health = false # after
  }
}

resource "aws_route53_record" "standby" {
  zone_id        = "Z0123456789ABCDEFGHIJ"
  name           = "api.example.org"
  type           = "A"
  ttl            = 60
  records        = ["203.0.113.11"]
  set_identifier = "one"
  failover_routing_policy {
    type = "PRIMARY"   # before
    type = "SECONDARY" # after
  }
  health_check_id = "0a1b2c3d-0000-4000-8000-000000000001" # before
}

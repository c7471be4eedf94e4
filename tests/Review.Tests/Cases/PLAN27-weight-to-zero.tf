resource "aws_route53_record" "old" {
  zone_id        = "Z0123456789ABCDEFGHIJ"
  name           = "www.example.org"
  type           = "A"
  ttl            = 60
  records        = ["203.0.113.10"]
  set_identifier = "old"
  weighted_routing_policy {
    weight = 90 # before
    weight = 0  # after
  }
}

resource "aws_route53_record" "new" {
  zone_id        = "Z0123456789ABCDEFGHIJ"
  name           = "www.example.org"
  type           = "A"
  ttl            = 60
  records        = ["203.0.113.11"]
  set_identifier = "new"
  weighted_routing_policy {
    weight = 10  # before
    weight = 100 # after
  }
}

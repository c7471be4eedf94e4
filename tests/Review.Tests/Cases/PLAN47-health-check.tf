resource "aws_route53_health_check" "www" {
  fqdn              = "www.example.org"
  port              = 443
  type              = "HTTPS"
  resource_path     = "/health" # before
  resource_path     = "/ready"  # after
  failure_threshold = 3
  request_interval  = 30
}

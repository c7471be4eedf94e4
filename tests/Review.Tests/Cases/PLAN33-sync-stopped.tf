resource "aws_cloudwatch_event_rule" "minute" {
  name                = "sync-p33"
  schedule_expression = "rate(1 minute)"
  state               = "ENABLED"  # before
  state               = "DISABLED" # after
}

resource "aws_cloudwatch_event_target" "sync" {
  rule = aws_cloudwatch_event_rule.minute.name
  arn  = aws_lambda_function.sync.arn
}

resource "aws_lambda_function" "sync" {
  function_name                  = "sync-p33"
  role                           = aws_iam_role.sync.arn
  handler                        = "bootstrap"
  runtime                        = "provided.al2023"
  s3_bucket                      = "artifacts-example"
  s3_key                         = "sync.zip"
  reserved_concurrent_executions = 1 # before
  reserved_concurrent_executions = 0 # after
}

resource "aws_iam_role" "sync" {
  name               = "sync-p33"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }] })
}

resource "aws_iam_role_policy" "sync" {
  name   = "targets"
  role   = aws_iam_role.sync.id
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = ["elasticloadbalancing:RegisterTargets", "elasticloadbalancing:DeregisterTargets"], Resource = "*" }] }) # before
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = ["elasticloadbalancing:RegisterTargets"], Resource = "*" }] })                                          # after
}

resource "aws_scheduler_schedule" "nightly" {
  name                = "nightly-p57"
  schedule_expression = "cron(0 2 * * ? *)"
  state               = "ENABLED"  # before
  state               = "DISABLED" # after
  flexible_time_window {
    mode = "OFF"
  }
  target {
    arn      = "arn:aws:ecs:eu-central-1:123456789012:cluster/main"
    role_arn = "arn:aws:iam::123456789012:role/start"
    ecs_parameters {
      task_definition_arn = "arn:aws:ecs:eu-central-1:123456789012:task-definition/report:1"
    }
  }
}

resource "aws_cloudwatch_event_rule" "uploaded" {
  name          = "uploaded-p57"
  event_pattern = jsonencode({ source = ["aws.s3"] })                                     # before
  event_pattern = jsonencode({ source = ["aws.s3"], detail-type = ["Object Created"] })   # after
}

resource "aws_cloudwatch_event_target" "uploaded" {         # before
  rule = aws_cloudwatch_event_rule.uploaded.name            # before
  arn  = "arn:aws:sqs:eu-central-1:123456789012:uploads"    # before
}                                                           # before

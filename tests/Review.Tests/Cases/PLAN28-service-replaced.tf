resource "aws_ecs_service" "app" {
  name            = "app-p28"
  cluster         = "arn:aws:ecs:eu-central-1:123456789012:cluster/main"
  task_definition = "app:1"
  desired_count   = 2
  launch_type     = "EC2"     # before
  launch_type     = "FARGATE" # after
}

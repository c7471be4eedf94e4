resource "aws_ecs_service" "app" {
  name            = "app-p29"
  cluster         = "arn:aws:ecs:eu-central-1:123456789012:cluster/main"
  task_definition = "app:1"
  desired_count   = 6 # before
  desired_count   = 4 # after
}

resource "aws_appautoscaling_target" "app" {
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = "service/main/app-p29"
  min_capacity       = 2 # before
  min_capacity       = 0 # after
  max_capacity       = 10
}

resource "aws_ecs_service" "batch" {
  name            = "batch-p29"
  cluster         = "arn:aws:ecs:eu-central-1:123456789012:cluster/main"
  task_definition = "batch:1"
  desired_count   = 2 # before
  desired_count   = 0 # after
}

resource "aws_ecs_task_definition" "app" {
  family                = "app-p51"
  container_definitions = jsonencode([{ name = "web", image = "web:1", memory = 128, portMappings = [{ containerPort = 80 }] }])   # before
  container_definitions = jsonencode([{ name = "web", image = "web:2", memory = 128, portMappings = [{ containerPort = 8080 }] }]) # after
}

resource "aws_ecs_service" "app" {
  name            = "app-p51"
  cluster         = "arn:aws:ecs:eu-central-1:123456789012:cluster/main"
  task_definition = aws_ecs_task_definition.app.arn
  desired_count   = 2
  load_balancer {
    target_group_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/app/0123456789abcdef"
    container_name   = "web"
    container_port   = 80
  }
}

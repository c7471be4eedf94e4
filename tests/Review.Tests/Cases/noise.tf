resource "aws_ecs_task_definition" "app" {
  family                = "app"
  container_definitions = jsonencode([{ name = "app", image = "httpd:2.4", essential = true, memory = 512 }]) # before
  container_definitions = jsonencode([{ name = "app", image = "httpd:2.5", essential = true, memory = 512 }]) # after
}

resource "aws_ecs_service" "app" {
  name            = "app-noise"
  cluster         = "arn:aws:ecs:eu-central-1:123456789012:cluster/main"
  task_definition = aws_ecs_task_definition.app.arn
  desired_count   = 2
}

resource "aws_lb" "web" {
  name    = "web-noise"
  subnets = ["subnet-0a1b2c3d4e5f60001", "subnet-0a1b2c3d4e5f60002"]
  tags    = { team = "edge" }  # before
  tags    = { team = "cloud" } # after
}

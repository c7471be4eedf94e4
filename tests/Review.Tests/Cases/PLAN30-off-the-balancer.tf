resource "aws_ecs_service" "app" {
  name                               = "app-p30"
  cluster                            = "arn:aws:ecs:eu-central-1:123456789012:cluster/main"
  task_definition                    = "app:1"
  desired_count                      = 2
  launch_type                        = "FARGATE"
  deployment_minimum_healthy_percent = 100 # before
  deployment_minimum_healthy_percent = 0   # after
  health_check_grace_period_seconds  = 120 # before
  health_check_grace_period_seconds  = 10  # after
  deployment_circuit_breaker {
    enable   = true  # before
    rollback = true  # before
    enable   = false # after
    rollback = false # after
  }
  network_configuration {
    subnets         = ["subnet-0a1b2c3d4e5f60001"] # before
    subnets         = ["subnet-0a1b2c3d4e5f60002"] # after
    security_groups = ["sg-0a1b2c3d4e5f60001"]
  }
  load_balancer {
    target_group_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/app/0123456789abcdef"
    container_name   = "app"
    container_port   = 8080 # before
    container_port   = 8081 # after
  }
}

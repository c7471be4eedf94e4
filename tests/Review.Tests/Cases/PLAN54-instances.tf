resource "aws_autoscaling_group" "nodes" {
  name                = "nodes-p54"
  availability_zones  = ["eu-central-1a"]
  min_size            = 2 # before
  min_size            = 0 # after
  max_size            = 8 # before
  max_size            = 4 # after
  desired_capacity    = 6 # before
  desired_capacity    = 3 # after
  launch_template {
    id      = "lt-0a1b2c3d4e5f60718"
    version = "1"
  }
}

resource "aws_ecs_capacity_provider" "nodes" {
  name = "nodes-p54"
  auto_scaling_group_provider {
    auto_scaling_group_arn         = "arn:aws:autoscaling:eu-central-1:123456789012:autoScalingGroup:0a1b2c3d-0000-4000-8000-01:autoScalingGroupName/nodes-p54"
    managed_draining               = "ENABLED"  # before
    managed_draining               = "DISABLED" # after
    managed_termination_protection = "ENABLED"  # before
    managed_termination_protection = "DISABLED" # after
    managed_scaling {
      status = "ENABLED"
    }
  }
}

resource "aws_ecs_cluster" "old" { # before
  name = "old-p54"                 # before
}                                  # before

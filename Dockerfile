# The program and Terraform. First, in the checkout: ./orchestrator pack --archives
FROM mcr.microsoft.com/dotnet/runtime-deps:10.0
# linux-x64 or linux-arm64
ARG RUNTIME=linux-x64
COPY --from=hashicorp/terraform:1.11.4 /bin/terraform /usr/local/bin/
ADD artifacts/packages/orchestrator-*-${RUNTIME}.tar.gz /opt/
RUN ln -s /opt/orchestrator-${RUNTIME}/orchestrator /usr/local/bin/orchestrator
USER app
WORKDIR /work
ENTRYPOINT ["orchestrator"]

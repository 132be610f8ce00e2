# Build by the README's own command, with the JDK that the container runs.
FROM eclipse-temurin:25-jdk AS build
WORKDIR /src
COPY . .
RUN ./mvnw -q -DskipTests package

# Run: a JRE, the program, and a user of its own.
FROM eclipse-temurin:25-jre
RUN groupadd --gid 10001 sluice \
    && useradd --uid 10001 --gid sluice --no-create-home --shell /usr/sbin/nologin sluice \
    && install -d -o sluice -g sluice /var/lib/sluice /etc/sluice
WORKDIR /opt/sluice
COPY --from=build /src/gateway-server/target/sluice.jar ./
COPY --from=build /src/gateway-server/target/lib/ ./lib/
# A rehearsal leaves behind which classes the gateway needs: it starts twice as fast.
RUN java -XX:AOTCacheOutput=/opt/sluice/sluice.aot -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining -XX:+UseSerialGC -jar /opt/sluice/sluice.jar demo --rehearse 5
USER 10001:10001
VOLUME /var/lib/sluice
# Partners, shop, probes: as in the example of docs/operations/configuration.md.
EXPOSE 8443 8444 9902
# The probes listener answers within the container; bash opens the connection, since a JRE brings no HTTP client.
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${SLUICE_PROBES_PORT:-9902} && printf 'GET /healthz HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["java", "@/opt/sluice/lib/gateway.args", "-XX:AOTCache=/opt/sluice/sluice.aot", "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=50", "-jar", "/opt/sluice/sluice.jar"]
CMD ["run", "--config", "/etc/sluice/gateway.yaml"]

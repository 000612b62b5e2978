# One file for every image: docker build --build-arg MODULE=harvester .
# Built from jars that `make build` made, so that the image holds what the tests saw.
FROM eclipse-temurin:25-jre AS layers
ARG MODULE
WORKDIR /build
COPY ${MODULE}/target/${MODULE}.jar app.jar
RUN java -Djarmode=tools -jar app.jar extract --destination app

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 granary
WORKDIR /app
COPY --from=layers /build/app/ ./
USER granary
ENTRYPOINT ["java", "-jar", "app.jar"]

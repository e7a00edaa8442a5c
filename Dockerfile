# syntax=docker/dockerfile:1
# The bot with its models and the articles of this folder. What it learns lies in /data, what is added in
# /app/corpus/local; both are volumes. docs/operating.md says how it is run.
FROM node:20-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev && npm cache clean --force

FROM node:20-slim
ENV NODE_ENV=production DATA_DIR=/data
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY package.json LICENSE ./
COPY bin bin
COPY src src
COPY models models
COPY corpus corpus
# A new volume takes its owner from here.
RUN mkdir -p /data corpus/local && chown node:node /data corpus/local && chmod 700 /data
USER node
VOLUME ["/data", "/app/corpus/local"]
HEALTHCHECK --interval=60s --timeout=30s --start-period=180s --retries=3 \
  CMD ["node", "bin/verbatim.js", "health"]
# No shell and no npm in between: node itself is told to stop.
CMD ["node", "bin/verbatim.js", "start"]

# Debian with all that the labs need, for learners and for grading: docs/containers.md.
#
# The stage `workspace` is for a checkout that is mounted into it: .devcontainer opens one there. The last stage has the kit in
# it, built, and grades. What changes seldom comes first: an edit of a lab installs no package and builds no grader anew.
ARG BASE=debian:12

FROM ${BASE} AS packages
COPY lab /tmp/install/lab
RUN /tmp/install/lab --yes --install \
    && rm -rf /tmp/install /var/lib/apt/lists/* \
    && useradd --create-home --uid 1000 --shell /bin/bash learner
ENV LANG=C.UTF-8

FROM packages AS workspace
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates clangd gdb git less openssh-client procps \
    && rm -rf /var/lib/apt/lists/*
USER learner

FROM packages AS grade
WORKDIR /lockstep
# Only the build folder can be written: the kit is root's.
RUN install -d labs && install -d -o learner -g learner build
COPY lab CMakeLists.txt CMakePresets.json LICENSE ./
COPY grader grader
USER learner
RUN ./lab completion bash >/dev/null
COPY labs labs
# The labs that are built already, as "01 03"; by default all.
ARG LABS=
# 1: a lab's files in this checkout do not compile.
RUN for lab in ${LABS:-$(ls labs)}; do ./lab build "$lab" || [ $? = 1 ] || exit 1; done
ENTRYPOINT ["/lockstep/lab"]

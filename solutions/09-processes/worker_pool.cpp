#include "worker_pool.h"

#include <exception>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "message.h"

namespace {

// The first byte of each message.
constexpr char kTask = 't';
constexpr char kPill = 'p';
constexpr char kResult = 'r';
constexpr char kFailure = 'f';

Bytes answer_to(const Bytes& input, const Work& work) {
  try {
    return kResult + work(input);
  } catch (const std::exception& error) {
    return kFailure + Bytes(error.what());
  } catch (...) {
    return kFailure + Bytes("unknown exception");
  }
}

/// What a worker does, until it gets the pill, or the pool's process has ended.
int serve(int tasks, int answers, const Work& work) {
  for (;;) {
    const auto message = read_message(tasks);
    if (!message || message->front() == kPill) return 0;
    write_message(answers, answer_to(message->substr(1), work));
  }
}

}  // namespace

void WorkerPool::Worker::close() noexcept {
  tasks.close();
  answers.close();
}

WorkerPool::WorkerPool(unsigned workers, const Work& work) {
  if (workers == 0) throw std::invalid_argument("a pool of no workers");
  workers_.reserve(workers);
  while (workers_.size() < workers) start(work);
}

WorkerPool::~WorkerPool() {
  for (Worker& worker : workers_) {
    try {
      if (!worker.lost) write_message(worker.tasks.number(), Bytes(1, kPill));
    } catch (const std::system_error&) {  // it has ended already
    }
    worker.close();
  }
}

void WorkerPool::start(const Work& work) {
  Pipe tasks = make_pipe();
  Pipe answers = make_pipe();
  Process process([&] {
    for (Worker& other : workers_) other.close();
    tasks.write_end.close();
    answers.read_end.close();
    return serve(tasks.read_end.number(), answers.write_end.number(), work);
  });
  workers_.push_back(
      {.process = std::move(process), .tasks = std::move(tasks.write_end), .answers = std::move(answers.read_end)});
}

Bytes WorkerPool::call(unsigned worker, const Bytes& input) {
  Worker& called = workers_.at(worker);
  if (called.lost) throw WorkerLost(*called.lost);
  std::optional<Bytes> answer;
  try {
    write_message(called.tasks.number(), kTask + input);
    answer = read_message(called.answers.number());
  } catch (const TornMessage&) {
  } catch (const std::system_error&) {  // nobody reads the task
  }
  if (!answer || answer->empty()) {
    called.close();
    called.lost = called.process.wait();
    throw WorkerLost(*called.lost);
  }
  if (answer->front() == kFailure) throw TaskFailed(answer->substr(1));
  return answer->substr(1);
}

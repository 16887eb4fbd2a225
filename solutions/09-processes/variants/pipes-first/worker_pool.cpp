#include "worker_pool.h"

#include <exception>
#include <stdexcept>
#include <system_error>

#include "message.h"

namespace {

const Bytes kTaskFollows = "task";
const Bytes kPill = "end";
const Bytes kResultFollows = "result";
const Bytes kFailureFollows = "failure";

class Worker {
 public:
  Worker(int tasks, int answers, const Work& work) : tasks_(tasks), answers_(answers), work_(work) {}

  int run() {
    while (const auto what = read_message(tasks_)) {
      if (*what == kPill) break;
      if (const auto input = read_message(tasks_)) answer(*input);
    }
    return 0;
  }

 private:
  void answer(const Bytes& input) {
    Bytes text = "unknown exception";
    bool failed = true;
    try {
      text = work_(input);
      failed = false;
    } catch (const std::exception& error) {
      text = error.what();
    } catch (...) {
    }
    write_message(answers_, failed ? kFailureFollows : kResultFollows);
    write_message(answers_, text);
  }

  int tasks_;
  int answers_;
  const Work& work_;
};

}  // namespace

WorkerPool::WorkerPool(unsigned workers, const Work& work) {
  if (workers == 0) throw std::invalid_argument("no worker");
  lines_.reserve(workers);
  for (unsigned i = 0; i < workers; ++i) lines_.emplace_back();
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    processes_.emplace_back([&, i] { return serve(i, work); });
  }
  for (Line& line : lines_) {
    line.tasks.read_end.close();
    line.answers.write_end.close();
  }
}

int WorkerPool::serve(std::size_t mine, const Work& work) {
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    lines_[i].tasks.write_end.close();
    lines_[i].answers.read_end.close();
    if (i == mine) continue;
    lines_[i].tasks.read_end.close();
    lines_[i].answers.write_end.close();
  }
  return Worker(lines_[mine].tasks.read_end.number(), lines_[mine].answers.write_end.number(), work).run();
}

WorkerPool::~WorkerPool() {
  for (const Line& line : lines_) {
    try {
      write_message(line.tasks.write_end.number(), kPill);
    } catch (const std::system_error&) {
    }
  }
}

Bytes WorkerPool::call(unsigned worker, const Bytes& input) {
  const Line& line = lines_.at(worker);
  try {
    write_message(line.tasks.write_end.number(), kTaskFollows);
    write_message(line.tasks.write_end.number(), input);
    const auto what = read_message(line.answers.read_end.number());
    if (!what) throw lose(worker);
    auto text = read_message(line.answers.read_end.number());
    if (!text) throw lose(worker);
    if (*what == kFailureFollows) throw TaskFailed(*text);
    return *text;
  } catch (const TornMessage&) {
    throw lose(worker);
  } catch (const std::system_error&) {
    throw lose(worker);
  }
}

WorkerLost WorkerPool::lose(unsigned worker) {
  lines_[worker].tasks.write_end.close();
  lines_[worker].answers.read_end.close();
  return WorkerLost(processes_[worker].wait());
}

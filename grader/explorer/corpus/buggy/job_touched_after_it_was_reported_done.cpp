// finding: use-after-free
// The worker reports the job done, and notes the duration in a second critical section.
// main waits for the report and frees the job: the note can come when the job is gone.
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

struct Job {
  bool done = false;
  int duration = 0;
};

int main() {
  std::mutex mutex;
  std::condition_variable reported;
  auto job = std::make_unique<Job>();  // *job is guarded by mutex
  std::thread worker([&, work = job.get()] {
    std::unique_lock lock(mutex);
    work->done = true;
    reported.notify_one();
    lock.unlock();
    lock.lock();
    work->duration = 3;
  });
  {
    std::unique_lock lock(mutex);
    reported.wait(lock, [&] { return job->done; });
    job.reset();
  }
  worker.join();
}

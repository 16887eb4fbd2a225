#include <future>
#include <vector>

#include "fair_shared_mutex.h"
#include "readers_workload.h"

namespace {

void read_on_threads(readers_workload::Readers<FairSharedMutex>& readers, unsigned workers) {
  std::vector<std::future<void>> ends;
  ends.reserve(workers);
  for (unsigned i = 0; i < workers; ++i) {
    ends.push_back(std::async(std::launch::async, [&readers] { readers.work(); }));
  }
  for (const auto& end : ends) end.wait();
  for (auto& end : ends) end.get();
}

}  // namespace

namespace lockstep::measure {

std::vector<Workload> submissions() {
  return {readers_workload::workload<FairSharedMutex>("FairSharedMutex", read_on_threads)};
}

}  // namespace lockstep::measure

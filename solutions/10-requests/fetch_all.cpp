#include "fetch_all.h"

#include <utility>

#include "as_completed.h"

std::vector<Outcome> fetch_all(Transport& transport, const std::vector<Request>& requests, const Limits& limits) {
  std::vector<Outcome> outcomes(requests.size());
  AsCompleted completed(transport, requests, limits);
  while (auto ended = completed.next()) outcomes[ended->index] = std::move(ended->outcome);
  return outcomes;
}

#include "virtual_stages.h"

#include <algorithm>
#include <thread>

namespace {

/// Sleeps only when the time is not 0: at each sleep the explorer may switch to another thread.
void pass(std::chrono::milliseconds time) {
  if (time > time.zero()) std::this_thread::sleep_for(time);
}

}  // namespace

Stages VirtualStages::of(std::string text) const {
  const Stages real = word_count(std::move(text));
  return {.read =
              [*this, real] {
                pass(read);
                return real.read();
              },
          .transform =
              [*this, real](std::string_view piece) {
                const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
                pass(transform * std::ranges::count_if(piece, is_letter));
                return real.transform(piece);
              },
          .aggregate =
              [*this, real](const Words& words, Counts& into) {
                pass(aggregate * words.size());
                real.aggregate(words, into);
              },
          .merge =
              [*this, real](const Counts& counts, Counts& into) {
                pass(merge);
                real.merge(counts, into);
              },
          .write =
              [*this, real](const Counts& counts) {
                pass(write);
                return real.write(counts);
              }};
}

std::chrono::nanoseconds steady_time() { return std::chrono::steady_clock::now().time_since_epoch(); }

bool time_is_virtual() {
  using namespace std::chrono_literals;
  const auto before = steady_time();
  std::this_thread::sleep_for(1ms);
  return steady_time() - before <= 1ms + 2us;  // reading virtual time takes 1 µs; a real sleep is not as exact
}

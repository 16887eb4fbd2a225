#include "os/contention.h"

#include <algorithm>
#include <fstream>
#include <string>
#include <utility>

namespace lockstep::os {
namespace {

// "some avg10=0.00 avg60=0.00 avg300=0.00 total=MICROSECONDS"
std::optional<std::chrono::microseconds> time_waited(const std::filesystem::path& pressure) {
  std::ifstream text(pressure);
  std::string word;
  constexpr std::string_view kTotal = "total=";
  if (!(text >> word) || word != "some") return std::nullopt;
  while (text >> word && !word.starts_with(kTotal)) {
  }
  if (!text) return std::nullopt;
  return std::chrono::microseconds(std::strtoll(word.c_str() + kTotal.size(), nullptr, 10));
}

}  // namespace

ContentionWatch::ContentionWatch(std::filesystem::path proc) : proc_(std::move(proc)), begin_(count()) {}

ContentionWatch::Counts ContentionWatch::count() const {
  Counts counts{.at = std::chrono::steady_clock::now(), .waited = time_waited(proc_ / "pressure/cpu")};
  // "cpu USER NICE SYSTEM IDLE IOWAIT IRQ SOFTIRQ STEAL ...": what follows is a part of USER and NICE.
  std::ifstream stat(proc_ / "stat");
  std::string cpu;
  stat >> cpu;
  for (int i = 0; i < 8 && stat >> counts.stolen; ++i) counts.ticks += counts.stolen;
  if (!stat) counts.ticks = counts.stolen = 0;
  return counts;
}

Contention ContentionWatch::until_now() const {
  const Counts now = count();
  Contention found;
  if (now.ticks > begin_.ticks) {
    found.steal = static_cast<double>(now.stolen - begin_.stolen) / static_cast<double>(now.ticks - begin_.ticks);
  }
  if (now.waited && begin_.waited && now.at > begin_.at) {
    const std::chrono::duration<double> waited = *now.waited - *begin_.waited;
    found.pressure = std::min(1.0, waited / std::chrono::duration<double>(now.at - begin_.at));
  }
  return found;
}

}  // namespace lockstep::os

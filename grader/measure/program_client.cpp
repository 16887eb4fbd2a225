#include "measure/program_client.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <iterator>
#include <optional>
#include <random>
#include <sstream>

namespace lockstep::measure {
namespace {

template <class... Cases>
struct Overload : Cases... {
  using Cases::operator()...;
};
template <class... Cases>
Overload(Cases...) -> Overload<Cases...>;

FindingKind kind_of(const process::Exit& exit) {
  return std::visit(Overload{[](const process::Exited&) { return FindingKind::kEarlyExit; },
                             [](const process::Signaled&) { return FindingKind::kCrash; },
                             [](const process::TimedOut&) { return FindingKind::kTimeOut; },
                             [](const process::Deadlocked&) { return FindingKind::kTimeOut; },
                             [](const process::Starved&) { return FindingKind::kTimeOut; },
                             [](const process::OutOfMemory&) { return FindingKind::kMemory; },
                             [](const process::OutputLimitExceeded&) { return FindingKind::kIntegrity; },
                             [](const process::Stopped&) { return FindingKind::kTimeOut; }},
                    exit);
}

template <class Number>
std::optional<Number> number(const std::string& word) {
  Number value{};
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc{} || end != word.data() + word.size() || value < 0) return std::nullopt;
  return value;
}

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream stream(text);
  return {std::istream_iterator<std::string>(stream), {}};
}

std::string words_for(const process::Exit& exit) {
  const auto* out_of_time = std::get_if<process::TimedOut>(&exit);
  return out_of_time != nullptr && out_of_time->clock == process::TimedOut::Clock::kWall
             ? "gave no answer in the time that the check allows"
             : process::describe(exit);
}

std::size_t values_of(Watch watch) {
  switch (watch) {
    case Watch::kPlain:
      return 0;
    case Watch::kMeet:
      return 1;
    case Watch::kParallelism:
      return 2;
  }
  return 0;
}

}  // namespace

ProgramFailure ProgramClient::nonsense(std::string_view answer) const {
  return {
      FindingKind::kIntegrity, fmt::format("gave an answer that was not asked for: \"{:.80}\"", answer), owner_, {}};
}

Answer<ProgramClient::Reply> ProgramClient::ask(const std::string& verb, const std::string& arguments,
                                                std::string_view expected, std::string_view or_else) {
  std::random_device random;
  const std::string ticket = fmt::format("{:08x}{:08x}", random(), random());
  const auto answer = ask_(fmt::format("{} {}{}{}", verb, ticket, arguments.empty() ? "" : " ", arguments));
  if (const auto* exit = std::get_if<process::Exit>(&answer)) {
    if (std::holds_alternative<process::Starved>(*exit)) {
      return tl::unexpected(ProgramFailure{
          kind_of(*exit), fmt::format("A program of the lab {}.", process::describe(*exit)), Owner::kMachine, {}});
    }
    return tl::unexpected(ProgramFailure{kind_of(*exit), words_for(*exit), owner_, {}});
  }

  const auto& exchange = std::get<process::Exchange>(answer);
  std::istringstream text(exchange.answer);
  std::string kind;
  std::string returned;
  text >> kind >> returned;
  if (returned != ticket) return tl::unexpected(nonsense(exchange.answer));
  if (kind == "exception") {
    std::string what;
    std::getline(text >> std::ws, what);
    return tl::unexpected(
        ProgramFailure{FindingKind::kException, fmt::format("threw an exception: {}", what), owner_, {}});
  }
  if (kind != expected && kind != or_else) return tl::unexpected(nonsense(exchange.answer));
  Reply reply{.kind = kind, .text = {}, .wall_s = std::chrono::duration<double>(exchange.time).count()};
  std::getline(text >> std::ws, reply.text);
  return reply;
}

Answer<std::vector<std::string>> ProgramClient::functions() {
  return ask("list", "", "functions").map([](const Reply& reply) { return words_of(reply.text); });
}

Answer<Reading> ProgramClient::repeat(const RunRequest& request) {
  return ask_to_repeat(request).map_error([&request](ProgramFailure failure) {
    failure.function = request.function;
    return failure;
  });
}

Answer<std::variant<Prediction, Unpredictable>> ProgramClient::predict(const RunRequest& request, bool with_timeline) {
  return ask_to_predict(request, with_timeline).map_error([&request](ProgramFailure failure) {
    failure.function = request.function;
    return failure;
  });
}

Answer<std::variant<Prediction, Unpredictable>> ProgramClient::ask_to_predict(const RunRequest& request,
                                                                              bool with_timeline) {
  const std::string arguments = fmt::format("{} {} {}", request.function, request.seed, request.workers);
  if (const Answer<Reply> ready = ask("prepare", arguments, "ready"); !ready) return tl::unexpected(ready.error());
  const Answer<Reply> reply = ask("run", with_timeline ? "timeline" : "", "prediction", "unpredictable");
  if (!reply) return tl::unexpected(reply.error());
  if (reply->kind == "unpredictable") return Unpredictable{reply->text};
  auto read = read_prediction(reply->text);
  if (!read || read->workers != request.workers) return tl::unexpected(nonsense(reply->text));
  return std::move(*read);
}

Answer<Reading> ProgramClient::ask_to_repeat(const RunRequest& request) {
  const std::string arguments = fmt::format("{} {} {} {} {}", request.function, request.seed, request.workers,
                                            word(request.watch), request.timeout.count());
  if (const Answer<Reply> ready = ask("prepare", arguments, "ready"); !ready) return tl::unexpected(ready.error());

  const std::chrono::microseconds cpu_before = cpu_();
  const Answer<Reply> reply = ask("run", "", "result");
  if (!reply) return tl::unexpected(reply.error());
  Reading reading;
  reading.wall_s = reply->wall_s;
  reading.cpu_s = std::chrono::duration<double>(cpu_() - cpu_before).count();

  const std::vector<std::string> words = words_of(reply->text);
  if (words.size() != 1 + values_of(request.watch)) return tl::unexpected(nonsense(reply->text));
  const auto checksum = number<std::uint64_t>(words.front());
  if (!checksum) return tl::unexpected(nonsense(reply->text));
  reading.checksum = *checksum;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const auto value = number<double>(words[i]);
    if (!value || !std::isfinite(*value)) return tl::unexpected(nonsense(reply->text));
    reading.values.push_back(*value);
  }
  return reading;
}

std::string sentence(const ProgramFailure& failure) {
  if (failure.owner == Owner::kMachine) return failure.what;
  const std::string_view kit = failure.owner == Owner::kKit ? "The lab's own sequential program failed: " : "";
  return fmt::format("{}{} {}.", kit, failure.function.empty() ? "the program" : failure.function, failure.what);
}

}  // namespace lockstep::measure

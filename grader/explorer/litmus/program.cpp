#include "program.h"

namespace lockstep::explorer::litmus {
namespace {

std::string name(std::memory_order order) {
  switch (order) {
    case std::memory_order_acquire:
      return "acquire";
    case std::memory_order_release:
      return "release";
    case std::memory_order_acq_rel:
      return "acq_rel";
    case std::memory_order_seq_cst:
      return "seq_cst";
    default:
      return "relaxed";
  }
}

std::string text(const Op& op) {
  const std::string variable(1, static_cast<char>('x' + op.variable));
  switch (op.kind) {
    case Op::Kind::kLoad:
      return variable + ".load(" + name(op.order) + ")";
    case Op::Kind::kStore:
      return variable + ".store(" + std::to_string(op.value) + ", " + name(op.order) + ")";
    case Op::Kind::kExchange:
      return variable + ".exchange(" + std::to_string(op.value) + ", " + name(op.order) + ")";
    case Op::Kind::kReplaceZero:
      return variable + ".compare_exchange_strong(0, " + std::to_string(op.value) + ", " + name(op.order) + ")";
    case Op::Kind::kFence:
      return "fence(" + name(op.order) + ")";
  }
  return {};
}

}  // namespace

std::string text(const Program& program) {
  std::string all;
  for (const auto& thread : program) {
    all += all.empty() ? "" : " | ";
    for (std::size_t i = 0; i < thread.size(); ++i) all += (i == 0 ? "" : "; ") + text(thread[i]);
  }
  return all;
}

}  // namespace lockstep::explorer::litmus

#include "reduce.h"
#include "reduction_workload.h"

namespace lockstep::measure {

std::vector<Workload> submissions() {
  using reduction_workload::Matrix;
  return {reduction_workload::workload("reduce_tree", [](const std::vector<Matrix>& matrices,
                                                         const reduction_workload::Product& product, unsigned workers) {
    const auto fold = [&](std::size_t begin, std::size_t /*end*/) { return matrices[begin]; };
    return reduce_tree(matrices.size(), {.grain = 1, .workers = workers}, Matrix(), fold, product);
  })};
}

}  // namespace lockstep::measure

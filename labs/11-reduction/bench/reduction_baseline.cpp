#include "reduction_workload.h"

namespace lockstep::measure {

Workload baseline() {
  using reduction_workload::Matrix;
  return reduction_workload::workload("product", [](const std::vector<Matrix>& matrices,
                                                    const reduction_workload::Product& product, unsigned /*workers*/) {
    Matrix all = matrices.front();
    for (std::size_t i = 1; i < matrices.size(); ++i) all = product(all, matrices[i]);
    return all;
  });
}

}  // namespace lockstep::measure

#include "explorer/model/store_history.h"

#include <algorithm>

namespace lockstep::explorer {

Store& StoreHistory::add() {
  if (used_ == kMost) {
    std::rotate(stores_.begin(), stores_.begin() + 1, stores_.end());
    --used_;
  }
  if (used_ == stores_.size()) stores_.emplace_back();
  Store& added = stores_[used_++];
  added = Store{};
  return added;
}

}  // namespace lockstep::explorer

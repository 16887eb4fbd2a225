#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>

/// What flows through the pipeline.
using Item = std::uint64_t;

/// Gives the next item; nothing when there are no more. Called by one thread at a time. It may throw.
using Source = std::function<std::optional<Item>()>;

/// Makes a result of an item. Called by several threads at once. It may throw.
using Transform = std::function<Item(Item)>;

/// Takes a result. Called by one thread at a time. It may throw.
using Sink = std::function<void(Item)>;

struct PipelineOptions {
  unsigned workers = 2;     ///< threads that transform; > 0
  std::size_t window = 16;  ///< the most items between source and sink: waiting, being transformed, or done; > 0
};

/// Takes items from the source until it has none left, transforms them on several threads at the same time, and gives
/// the results to the sink in the order of the source. Returns when the sink has had them all.
///
/// No more memory is used than the window asks for, however long the source goes on and however slow an item is:
/// besides the items in the window, one may be in the source's hands and one in the sink's. It starts at most `workers`
/// + 2 threads, and none is left when the call ends, however it ends.
///
/// The first exception of any stage stops all of them, whatever they wait for, and is thrown to the caller once all
/// threads have ended. What the sink was given until then is the beginning of what it would have been given otherwise:
/// nothing is left out, and nothing comes out of order. A source that never ends is no reason to go on.
///
/// \throw std::invalid_argument when there are no workers or the window is 0; then no stage is called
void run_pipeline(const Source& source, const Transform& transform, const Sink& sink, const PipelineOptions& options);

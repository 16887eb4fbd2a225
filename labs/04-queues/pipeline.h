#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>

/// What flows through the pipeline.
using Item = std::uint64_t;

/// Returns the next item; nothing when there are no more. Called by one thread at a time. It may throw.
using Source = std::function<std::optional<Item>()>;

/// Computes the result of an item. Called by several threads at once. It may throw.
using Transform = std::function<Item(Item)>;

/// Takes a result. Called by one thread at a time. It may throw.
using Sink = std::function<void(Item)>;

struct PipelineOptions {
  unsigned workers = 2;     ///< threads that transform; > 0
  std::size_t window = 16;  ///< the most items between source and sink: waiting, in transform or finished; > 0
};

/// Takes items from the source until it has none left, transforms them on several threads at the same time, and passes
/// the results to the sink in the order of the source. Returns after the sink has received all results.
///
/// The window limits the memory, however long the source goes on and however slow an item is: at most `window` items
/// are waiting, being transformed, or transformed; besides them the source may hold one item, and the sink one, or the
/// one that it waits for. It starts at most `workers` + 2 threads. All threads have ended when the call returns or
/// throws.
///
/// The first exception of any stage stops all stages, whatever they wait for, even if the source never ends: a thread
/// ends with the item that it has. It is thrown to the caller after all threads have ended. Until then the sink has
/// received the first results, in order and without a gap.
///
/// \throw std::invalid_argument when there are no workers or the window is 0; then no stage is called
void run_pipeline(const Source& source, const Transform& transform, const Sink& sink, const PipelineOptions& options);

// Nothing is tested.

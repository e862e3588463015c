"""What leaves the library and comes into it whole: archives and bibliographies."""

"""A public mainframe application, run compiled and converted. Its folder is named by CARDDEMO_DIR."""
